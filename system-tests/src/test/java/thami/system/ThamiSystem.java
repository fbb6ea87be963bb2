package thami.system;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import thami.launcher.Ports;
import thami.launcher.demo.Addresses;
import thami.launcher.demo.Api;
import thami.launcher.demo.Story;
import thami.testing.Protocol;
import thami.testing.Wire;

/// The whole system as people start it, with folder and ports of its own.
final class ThamiSystem implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /// Prepared once, at the first start: every later one of whatever system takes a third of the time.
    private static final Path PROGRAMS = ROOT.resolve("system-tests/target/programs");

    /// Another store than ours, for those who start on wires.
    private static final String STORE = System.getenv().getOrDefault("THAMI_MONGODB_URI", "");

    /// Its databases are one system's: another would sweep the outboxes and send the mails of the first.
    private static final Semaphore GIVEN_STORE = new Semaphore(1);

    private static final Map<String, Protocol> WIRED =
            Map.of("store", Protocol.MONGODB, "kafka", Protocol.KAFKA, "smtp", Protocol.SMTP);

    /// One start at a time: it keeps all processors busy, and the first prepares the programs for all.
    private static final Object STARTING = new Object();

    private final Path home;
    private final Map<String, Integer> ports;
    private final Map<String, Wire> wires = new HashMap<>();
    private final Map<Process, Twin> twins = new HashMap<>();

    private ThamiSystem(Path home, Map<String, Integer> ports) {
        this.home = home;
        this.ports = ports;
    }

    static ThamiSystem start(Path home, String... options) throws IOException, InterruptedException {
        var system = at(home);
        system.restart(options);
        return system;
    }

    /// The same, with a wire between the services and each part that they use.
    static ThamiSystem startOnWires(Path home, String... options) throws IOException, InterruptedException {
        var system = at(home);
        WIRED.forEach((part, protocol) -> system.wires.put(part, new Wire("127.0.0.1", system.port(part), protocol)));
        if (!STORE.isEmpty()) GIVEN_STORE.acquire();
        try {
            if (!STORE.isEmpty()) system.wires.put("store", toTheEmptied(STORE));
            system.restart(options);
            return system;
        } catch (AssertionError | RuntimeException notStarted) { // the next one shall not wait for it
            system.close();
            throw notStarted;
        }
    }

    /// A store that is there already, in place of ours: nothing of an earlier run may be left in it.
    private static Wire toTheEmptied(String store) {
        try (var client = MongoClients.create(store)) {
            for (var service : RepositoryFiles.SERVICES)
                client.getDatabase(databaseOf(service)).drop();
        }
        var address = new ServerAddress(new ConnectionString(store).getHosts().getFirst());
        return new Wire(address.getHost(), address.getPort(), Protocol.MONGODB);
    }

    private static String databaseOf(String service) {
        return service.replaceFirst("(.*)-service", "thami-$1");
    }

    private boolean hasGivenStore() {
        return !STORE.isEmpty() && wires.containsKey("store");
    }

    /// Whether this process is one of ours.
    static boolean hasProcess(String name) {
        return STORE.isEmpty() || !name.equals("store");
    }

    /// The same, not started.
    static ThamiSystem at(Path home) {
        Leftovers.note(home);
        return new ThamiSystem(home, Ports.free().byPart());
    }

    Wire wire(String part) {
        return Objects.requireNonNull(wires.get(part));
    }

    /// What a command said and how it ended.
    record Said(int code, String out, String err) {

        /// Refused as people expect: code not 0, and one line that says what to do.
        void assertRefused(String... parts) {
            assertThat(code).as(out + err).isNotZero();
            assertThat(err.lines()).as(err).hasSize(1);
            assertThat(err).contains(parts);
        }
    }

    /// Runs a command to its end, with nothing to read from.
    Said say(String... arguments) throws IOException, InterruptedException {
        var builder = builder(arguments);
        var err = Files.createTempFile("thami", ".err");
        var process = builder.redirectErrorStream(false)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(err.toFile())
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var said = new Said(process.waitFor(), out, Files.readString(err));
        Files.delete(err);
        return said;
    }

    int port(String part) {
        return ports.get(part);
    }

    /// What still has to be sent, as the stores have it: documents with events, and notifications.
    Map<String, Long> unsent() {
        var unsent = new TreeMap<String, Long>();
        try (var client = store()) {
            for (var service : RepositoryFiles.SERVICES) {
                var database = client.getDatabase(databaseOf(service));
                for (var collection : database.listCollectionNames()) {
                    var waiting = database.getCollection(collection)
                            .countDocuments(
                                    collection.equals("notifications")
                                            ? in("state", "WAITING", "PENDING", "SENDING")
                                            : or(ne("outboxPendingSince", null), gt("outbox.sequence", 0)));
                    if (waiting > 0) unsent.put(service + " " + collection, waiting);
                }
            }
        }
        return unsent;
    }

    /// The bytes of all certificates, as the store has them.
    List<byte[]> certificates() {
        try (var client = store()) {
            var found = client.getDatabase(databaseOf("certificate-service")).getCollection("certificates");
            return found.find().projection(include("pdf.bytes")).into(new ArrayList<>()).stream()
                    .map(it -> it.get("pdf", Document.class)
                            .get("bytes", Binary.class)
                            .getData())
                    .toList();
        }
    }

    /// Not by a wire: nothing that is broken shall be in the way.
    private MongoClient store() {
        return MongoClients.create(hasGivenStore() ? STORE : "mongodb://127.0.0.1:" + port("store"));
    }

    /// How many mails have arrived, copies too.
    long mails() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    Path home() {
        return home;
    }

    /// Which of our ports somebody serves.
    List<String> served() {
        return ports.entrySet().stream()
                .filter(it -> isServed(it.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isServed(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    ProcessHandle process(String name) throws IOException, InterruptedException {
        var pid = Pattern.compile("\"name\":\"%s\",\"pid\":(\\d+)".formatted(name))
                .matcher(run("status", "--json"));
        assertThat(pid.find()).as("%s runs", name).isTrue();
        return ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow();
    }

    /// One more process of a service, like the one that runs but on a port of its own, once it serves.
    Process another(String service) throws IOException, InterruptedException {
        return started(
                service,
                Twin.of(process(service))
                        .with(Map.of(
                                "SERVER_PORT",
                                String.valueOf(Ports.free().byPart().get(service.replace("-service", ""))))));
    }

    /// A process in the place of the one that runs, with some variables changed, once it serves.
    Process inPlaceOf(String service, Map<String, String> changed) throws IOException, InterruptedException {
        var process = process(service);
        var twin = Twin.of(process).with(changed);
        process.destroy();
        process.onExit().join();
        return started(service, twin);
    }

    /// A process with a defect in the place of the one that runs, once it serves.
    Process inPlaceOf(Defect defect) throws IOException, InterruptedException {
        var program =
                PROGRAMS.resolve(RepositoryFiles.SERVICES.contains(defect.process()) ? defect.process() : "platform");
        var classes = defect.compiled(program, Files.createTempDirectory(home, "defect"));
        var process = process(defect.process());
        var twin = Twin.of(process).with(classes);
        process.destroy();
        process.onExit().join();
        return started(defect.process(), twin);
    }

    /// The same process once more, after its end.
    Process again(String name, Process ended) throws IOException {
        return started(name, Objects.requireNonNull(twins.get(ended)));
    }

    private Process started(String name, Twin twin) throws IOException {
        var process = twin.start(home.resolve("logs/%s.twin.log".formatted(name)));
        twins.put(process, twin);
        Leftovers.note(process.toHandle());
        await("%s serves".formatted(name)).atMost(Duration.ofMinutes(3)).until(() -> isReady(name, twin));
        return process;
    }

    private boolean isReady(String name, Twin twin) {
        if (!RepositoryFiles.SERVICES.contains(name)) return isServed(port(name));
        return Http.get("http://127.0.0.1:%d/actuator/health/readiness".formatted(twin.port()))
                        .status()
                == 200;
    }

    Broker broker() throws IOException {
        var reached = wires.containsKey("kafka") ? wire("kafka").port() : port("kafka");
        return new Broker(
                "127.0.0.1:" + reached, Files.readString(home.resolve("secrets/platform/thami.kafka.password")));
    }

    String address(String path) {
        return "http://localhost:%d%s".formatted(port("entrance"), path);
    }

    Story story(Duration patience) throws IOException {
        return story(new Api(patience));
    }

    Story story(Api api) throws IOException {
        return new Story(
                new Addresses(
                        "http://localhost:" + ports.get("entrance"),
                        "http://localhost:" + ports.get("identity"),
                        "http://localhost:" + ports.get("inbox") + "/",
                        Files.readString(home.resolve("secrets/platform/thami.sample.password"))),
                api,
                Clock.systemUTC());
    }

    /// SIGKILL to the process of this name, which is gone when this returns.
    void kill(String name) throws IOException, InterruptedException {
        var process = process(name);
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Starts again what was killed, or all of it.
    void restart(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("start"));
        command.addAll(List.of(options));
        synchronized (STARTING) {
            thami(command.toArray(String[]::new));
        }
    }

    void stop() throws IOException, InterruptedException {
        thami("stop");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        twins.keySet().forEach(Process::destroyForcibly);
        run("stop");
        wires.values().forEach(Wire::close);
        if (hasGivenStore()) GIVEN_STORE.release();
    }

    private void thami(String... arguments) throws IOException, InterruptedException {
        var process = builder(arguments).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var process = builder(arguments).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private ProcessBuilder builder(String... arguments) {
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
        environment.put("THAMI_PROGRAMS", PROGRAMS.toString());
        ports.forEach((part, port) -> environment.put(Ports.variable(part), String.valueOf(port)));
        wires.forEach((part, wire) -> environment.put(Ports.via(part), String.valueOf(wire.port())));
        if (hasGivenStore())
            environment.put(
                    "THAMI_MONGODB_URI", "mongodb://127.0.0.1:" + wire("store").port());
        return builder;
    }
}
