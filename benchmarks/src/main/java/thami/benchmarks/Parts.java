package thami.benchmarks;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import thami.launcher.Ports;

/// Broker and store of the local platform, each a process of its own, with folder and ports of this run.
final class Parts implements AutoCloseable {

    private static final List<String> PRINCIPALS = List.of(
            "registration-service", "cohort-service", "certificate-service", "notification-service", "platform");

    /// Of all workers, in a store that is not ours.
    private static final List<String> DATABASES =
            List.of("bench-relay-ours", "bench-relay-floor", "bench-relay-few", "bench-relay-many");

    private static final String PASSWORD = UUID.randomUUID().toString();

    private final Map<String, Integer> ports = Ports.free().byPart();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Run run;
    private final Path folder;

    private Parts(Run run) {
        this.run = run;
        this.folder = run.scratch("parts");
    }

    /// The store only where no other one is given.
    static Parts start(Run run) throws IOException {
        var parts = new Parts(run);
        for (var principal : PRINCIPALS) parts.secret(principal);
        parts.launch("broker", "kafka");
        if (run.givenStore().isEmpty()) parts.launch("store", "store");
        for (var part : parts.processes.entrySet()) parts.await(part.getKey(), part.getValue());
        return parts;
    }

    /// What a client needs to know: the addresses, and how to sign in.
    Map<String, String> environment() {
        return Map.of(
                "THAMI_KAFKA",
                "127.0.0.1:" + ports.get("kafka"),
                "THAMI_MONGODB_URI",
                run.givenStore().orElse("mongodb://127.0.0.1:" + ports.get("store")),
                "BENCH_KAFKA_PASSWORD",
                PASSWORD);
    }

    /// By their names, which are columns of the tables.
    Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> pids.put(name, process.pid()));
        return pids;
    }

    private void secret(String principal) throws IOException {
        var own = folder.resolve("secrets").resolve(principal);
        Files.createDirectories(own);
        Files.writeString(own.resolve("thami.kafka.password"), PASSWORD);
    }

    private void launch(String part, String port) throws IOException {
        var jar = run.root().resolve("local/platform/target/platform-0.1.0-SNAPSHOT-exec.jar");
        if (Files.notExists(jar)) throw new Refused(jar + " is missing: ./mvnw package -DskipTests builds it.");
        var builder = new ProcessBuilder(
                        Worker.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString(),
                        part)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(part + ".log").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(it -> it.startsWith("THAMI_") || it.startsWith("SPRING_"));
        environment.put("THAMI_STATE", folder.resolve("state").toString());
        environment.put("THAMI_SECRETS", folder.resolve("secrets").toString());
        environment.put(Ports.variable(port), String.valueOf(ports.get(port)));
        processes.put(part, run.children().start(builder));
    }

    private void await(String part, Process process) throws IOException {
        var log = folder.resolve(part + ".log");
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(log).contains("ready:")) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new Refused("The %s did not start: see %s".formatted(part, log));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /// In a store that is not ours nothing of ours is left.
    @Override
    public void close() {
        run.givenStore().ifPresent(uri -> {
            try (var store = MongoClients.create(uri)) {
                for (var database : DATABASES) store.getDatabase(database).drop();
            }
        });
        processes.values().forEach(Process::destroy);
    }
}
