package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import thami.launcher.demo.Addresses;
import thami.launcher.demo.Api;
import thami.launcher.demo.Story;

/// The whole system as people start it, with folder and ports of its own.
final class ThamiSystem implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PARTS = List.of(
            "entrance",
            "registration",
            "cohort",
            "certificate",
            "notification",
            "identity",
            "smtp",
            "inbox",
            "kafka",
            "store");

    private final Path home;
    private final Map<String, Integer> ports;

    private ThamiSystem(Path home, Map<String, Integer> ports) {
        this.home = home;
        this.ports = ports;
    }

    static ThamiSystem start(Path home, String... options) throws IOException, InterruptedException {
        var system = new ThamiSystem(home, freePorts());
        var command = new ArrayList<>(List.of("start"));
        command.addAll(List.of(options));
        system.thami(command.toArray(String[]::new));
        return system;
    }

    Story story(Duration patience) throws IOException {
        return new Story(
                new Addresses(
                        "http://localhost:" + ports.get("entrance"),
                        "http://localhost:" + ports.get("identity"),
                        "http://localhost:" + ports.get("inbox") + "/",
                        Files.readString(home.resolve("secrets/platform/thami.sample.password"))),
                new Api(patience),
                Clock.systemUTC());
    }

    /// SIGKILL to the process of this name, which is gone when this returns.
    void kill(String name) throws IOException, InterruptedException {
        var pid = Pattern.compile("\"name\":\"%s\",\"pid\":(\\d+)".formatted(name))
                .matcher(run("status", "--json"));
        assertThat(pid.find()).as("%s runs", name).isTrue();
        var process = ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Starts again what was killed, or all of it.
    void restart(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("start"));
        command.addAll(List.of(options));
        thami(command.toArray(String[]::new));
    }

    void stop() throws IOException, InterruptedException {
        thami("stop");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("stop");
    }

    private void thami(String... arguments) throws IOException, InterruptedException {
        var process = process(arguments);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var process = process(arguments);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private Process process(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dthami.root=" + ROOT,
                "-cp",
                ROOT.resolve("local/launcher/target/classes").toString(),
                "thami.launcher.Thami"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("THAMI_"));
        environment.put("THAMI_HOME", home.toString());
        environment.put("THAMI_BUILD", "off");
        environment.put("THAMI_TRAINING", "off");
        ports.forEach(
                (part, port) -> environment.put("THAMI_PORT_" + part.toUpperCase(Locale.ROOT), String.valueOf(port)));
        return builder.start();
    }

    /// All at once, so that none is given twice.
    private static Map<String, Integer> freePorts() throws IOException {
        var sockets = new HashMap<String, ServerSocket>();
        for (var part : PARTS) sockets.put(part, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        var ports = new HashMap<String, Integer>();
        for (var socket : sockets.entrySet()) {
            ports.put(socket.getKey(), socket.getValue().getLocalPort());
            socket.getValue().close();
        }
        return Map.copyOf(ports);
    }
}
