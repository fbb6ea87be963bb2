package thami.system.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.SERVICES;
import static thami.system.RepositoryFiles.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that makes the replica set and the services' users, run with a stand-in for mongosh that notes what it is
/// told.
class MongoInitTest {

    private @TempDir Path folder;

    @BeforeEach
    void makeSecrets() throws IOException {
        Tool.need("node", "apt-get install nodejs: compose/mongodb/init.js was not run");
        Files.writeString(folder.resolve("operator"), "the operator's");
        for (var service : SERVICES) Files.writeString(folder.resolve(service), "password of " + service);
    }

    @Test
    void aNewServerGetsItsReplicaSetAndAUserForEachService() throws Exception {
        assertThat(run(Map.of())).isZero();

        assertThat(orders())
                .first()
                .isEqualTo("admin command {\"replSetInitiate\":"
                        + "{\"_id\":\"rs0\",\"members\":[{\"_id\":0,\"host\":\"mongodb:27017\"}]}}");
        assertThat(orders().subList(1, orders().size())).isEqualTo(users("create"));
    }

    @Test
    void aSecondRunOnlyRenewsPasswordsAndRights() throws Exception {
        run(Map.of());
        Files.delete(folder.resolve("orders"));

        assertThat(run(Map.of())).isZero();

        assertThat(orders()).isEqualTo(users("update"));
    }

    @Test
    void anythingElseThatIsRefusedEndsIt() throws Exception {
        assertThat(run(Map.of("REFUSES_LOGIN", "yes"))).isNotZero();

        assertThat(folder.resolve("orders")).doesNotExist();
    }

    private int run(Map<String, String> environment) throws IOException, InterruptedException {
        var script = new ProcessBuilder(
                        "node",
                        "--require",
                        path("system-tests/src/test/resources/compose/mongosh-stand-in.js")
                                .toString(),
                        path("compose/mongodb/init.js").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        script.environment().put("STAND_IN", folder.toString());
        script.environment().putAll(environment);
        var process = script.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> orders() throws IOException {
        return Files.readAllLines(folder.resolve("orders"));
    }

    private static List<String> users(String order) {
        return SERVICES.stream()
                .map(service -> """
                        thami-%1$s %2$s {"user":"%3$s","pwd":"password of %3$s",\
                        "roles":[{"role":"readWrite","db":"thami-%1$s"}]}""".formatted(service.replace("-service", ""), order, service))
                .toList();
    }
}
