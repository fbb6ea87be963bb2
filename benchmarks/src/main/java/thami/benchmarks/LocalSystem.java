package thami.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thami.launcher.Ports;
import thami.launcher.demo.Addresses;
import thami.launcher.demo.Api;
import thami.launcher.demo.Story;

/// The whole system as people start it, each part a process of its own, with folder and ports of this run; its mails go
/// to the generator's sink. Always on the embedded store: in a given one its databases would lie beside somebody's own.
final class LocalSystem implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("registration-service", "cohort-service", "certificate-service", "notification-service");

    private static final String HOME = "home";

    private final Run run;
    private final Path home;
    private final Map<String, Integer> ports = Ports.free().byPart();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private String programs = "programs";

    LocalSystem(Run run) {
        this.run = run;
        this.home = run.scratch(HOME);
        variables.put("THAMI_SMTP", "127.0.0.1:" + port("smtp"));
        variables.put("THAMI_COMPILER", "full");
    }

    /// As people start it: without C2, with its own inbox, the parts of the platform in one process.
    static LocalSystem asStarted(Run run) {
        var system = new LocalSystem(run);
        system.variables.remove("THAMI_COMPILER");
        system.variables.remove("THAMI_SMTP");
        system.programs = "programs-as-started";
        return system;
    }

    Path programs() {
        return run.folder().resolve(programs);
    }

    /// Ends what runs in a folder of ours, whoever started it.
    static void endLeftOver(Run run) {
        if (!Files.isDirectory(run.folder().resolve("scratch").resolve(HOME).resolve("run"))) return;
        try {
            new LocalSystem(run)
                    .builder("stop")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.err.println("Processes of a run may be left: " + e.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Said to the launcher, in place of what it takes by itself.
    LocalSystem with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    int port(String part) {
        return ports.getOrDefault(part, 0);
    }

    String url() {
        return "http://127.0.0.1:" + port("entrance");
    }

    void startSeparately() throws IOException, InterruptedException {
        start("--separate");
    }

    /// @return what the command printed
    String start(String... options) throws IOException, InterruptedException {
        run.refuseUnbuilt();
        var command = new ArrayList<>(List.of("start"));
        command.addAll(List.of(options));
        var said = say(command.toArray(String[]::new));
        notePids();
        return said;
    }

    /// @return what it printed
    String say(String... arguments) throws IOException, InterruptedException {
        var process = run.children().start(builder(arguments));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0)
            throw new Refused("The system cannot be measured: " + output.strip().replaceAll("(?s).*\n", ""));
        return output;
    }

    private void notePids() throws IOException {
        pids.clear();
        try (var files = Files.list(home.resolve("run"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".process"))
                    .sorted()
                    .toList()) {
                var pid = Long.parseLong(Files.readAllLines(file).getFirst().split(" ")[0]);
                var handle = ProcessHandle.of(pid);
                if (handle.isPresent()) run.children().note(handle.get());
                pids.put(file.getFileName().toString().replace(".process", ""), pid);
            }
        }
    }

    /// The processes by their names in the tables.
    Map<String, Long> pids() {
        return pids;
    }

    /// Those that both sides use stay awake.
    void hold() {
        hold(List.of("broker", "store"));
    }

    void hold(List<String> allBut) {
        pids.forEach((name, pid) -> {
            if (!allBut.contains(name)) Signal.STOP.to(pid);
        });
    }

    void goOn() {
        pids.values().forEach(Signal.CONTINUE::to);
    }

    void goOn(List<String> names) {
        pids.forEach((name, pid) -> {
            if (names.contains(name)) Signal.CONTINUE.to(pid);
        });
    }

    Story story(Duration patience) throws IOException {
        return new Story(
                new Addresses(
                        "http://localhost:" + port("entrance"),
                        "http://localhost:" + port("identity"),
                        "http://localhost:" + port("inbox") + "/",
                        secret("platform", "thami.sample.password")),
                new Api(patience),
                Clock.systemUTC());
    }

    String secret(String owner, String name) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(owner).resolve(name))
                .strip();
    }

    /// How a plain client signs in at the broker and finds the store.
    Map<String, String> environment() throws IOException {
        var environment = new TreeMap<String, String>();
        environment.put("THAMI_KAFKA", "127.0.0.1:" + port("kafka"));
        environment.put("THAMI_MONGODB_URI", "mongodb://127.0.0.1:" + port("store"));
        environment.put("THAMI_SMTP", variables.getOrDefault("THAMI_SMTP", ""));
        environment.put("BENCH_KAFKA_PASSWORD", secret("platform", "thami.kafka.password"));
        environment.put("BENCH_SEAL_KEYSTORE", secret("certificate-service", "thami.seal.keystore"));
        environment.put("BENCH_SEAL_PASSWORD", secret("certificate-service", "thami.seal.password"));
        return environment;
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(
                Worker.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dthami.root=" + run.root(),
                "-cp",
                run.root().resolve("local/launcher/target/classes").toString(),
                "thami.launcher.Thami"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("THAMI_"));
        environment.put("THAMI_HOME", home.toString());
        environment.put("THAMI_BUILD", "off");
        environment.put("THAMI_PROGRAMS", run.folder().resolve(programs).toString());
        ports.forEach((part, port) -> environment.put(Ports.variable(part), String.valueOf(port)));
        environment.putAll(variables);
        return builder;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        goOn();
        say("stop");
    }
}
