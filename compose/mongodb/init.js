// Makes the replica set and, for each service, a user who may read and write that service's database and no other.
// May run again: passwords and rights become what they should be.
const { readFileSync } = require("node:fs");

const SERVICES = ["registration", "cohort", "certificate", "notification"];
const secret = (name) => readFileSync(`/run/secrets/mongodb/${name}`, "utf8").trim();
const login = `operator:${encodeURIComponent(secret("operator"))}`;

const direct = new Mongo(`mongodb://${login}@mongodb:27017/?directConnection=true&authSource=admin`);
const admin = direct.getDB("admin");
try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (refused) {
  // mongosh throws what the server answers; any other answer than this one ends the script
  if (refused.codeName !== "NotYetInitialized") throw refused;
  admin.runCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongodb:27017" }] } });
}

const primary = new Mongo(
  `mongodb://${login}@mongodb:27017/?replicaSet=rs0&authSource=admin&serverSelectionTimeoutMS=60000`,
);
for (const service of SERVICES) {
  const database = primary.getDB(`thami-${service}`);
  const user = `${service}-service`;
  const settings = { pwd: secret(user), roles: [{ role: "readWrite", db: `thami-${service}` }] };
  if (database.getUser(user)) database.updateUser(user, settings);
  else database.createUser({ user, ...settings });
}
print("replica set and users are there");
