// What init.js uses of mongosh. Like it, throws what the server refuses. Loaded before the script; keeps its replica set
// and users in the folder STAND_IN, takes the secrets from there, and notes there what it was told.
const fs = require("node:fs");
const folder = process.env.STAND_IN;
const { appendFileSync, existsSync, readFileSync, writeFileSync } = fs;

const file = `${folder}/state.json`;
const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { hasReplicaSet: false, users: [] };
const note = (database, order, value) => {
  appendFileSync(`${folder}/orders`, `${database} ${order} ${JSON.stringify(value)}\n`);
  writeFileSync(file, JSON.stringify(state));
};

fs.readFileSync = (path, ...options) => readFileSync(path.replace("/run/secrets/mongodb", folder), ...options);

function refuse(code, codeName, errmsg) {
  throw Object.assign(new Error(errmsg), { name: "MongoServerError", ok: 0, code, codeName });
}

class Database {
  constructor(name) {
    this.name = name;
  }

  runCommand(command) {
    if (process.env.REFUSES_LOGIN) refuse(18, "AuthenticationFailed", "Authentication failed.");
    if ("replSetGetStatus" in command) {
      if (!state.hasReplicaSet) refuse(94, "NotYetInitialized", "no replset config has been received");
      return { ok: 1, set: "rs0" };
    }
    state.hasReplicaSet = true;
    note(this.name, "command", command);
    return { ok: 1 };
  }

  getUser(user) {
    return state.users.includes(user) ? { user } : null;
  }

  createUser(user) {
    state.users.push(user.user);
    note(this.name, "create", user);
  }

  updateUser(user, settings) {
    note(this.name, "update", { user, ...settings });
  }
}

globalThis.print = console.log;
globalThis.Mongo = class {
  constructor(uri) {
    if (uri.includes("replicaSet=") && !state.hasReplicaSet) throw new Error("no primary");
  }

  getDB(name) {
    return new Database(name);
  }
};
