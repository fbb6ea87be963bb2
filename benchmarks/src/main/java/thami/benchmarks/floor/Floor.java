package thami.benchmarks.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.types.Binary;
import thami.benchmarks.Failures;
import thami.benchmarks.Press;
import thami.benchmarks.Worker;

/// The counted writes of one person's way: 40 of the store, 8 records that 13 handlers hear, 3 mails, one PDF.
///
/// | step | writes |
/// |---|---|
/// | applies | application, its outbox cleared; candidate; recipient |
/// | admitted | intake, its outbox cleared; candidate; application; participation, its outbox cleared; entitlement |
/// | four modules | participation, its outbox cleared, entitlement: four times each |
/// | certificate | entitlement prepared, released, stored; certificate, its outbox cleared; application, candidate,
/// participation |
/// | three mails | noted, claimed, sent: three times each |
public final class Floor {

    private static final long LAST = 1 + Steps.MODULES; // enrolled before

    private static final Pattern PATH = Pattern.compile("/api/([a-z]+)(?:/([0-9a-f-]{36})(?:/([a-z]+))?)?.*");
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)\"");

    private final Writes writes;
    private final Lanes lanes;
    private final Letters letters;
    private final Press press;
    private final Steps steps;

    private Floor(Writes writes, Steps steps, Lanes lanes, Letters letters, Press press) {
        this.writes = writes;
        this.steps = steps;
        this.lanes = lanes;
        this.letters = letters;
        this.press = press;
    }

    public static void serve() throws Exception {
        var environment = System.getenv();
        var writes = new Writes(Objects.requireNonNull(environment.get("THAMI_MONGODB_URI")));
        var steps = Steps.in(writes);
        var floor = new Floor(
                writes,
                steps,
                new Lanes(writes, Records.open()),
                new Letters(steps, Objects.requireNonNull(environment.get("THAMI_SMTP"))),
                Press.open(environment));
        floor.listen();
        System.setProperty("sun.net.httpserver.idleInterval", "600"); // a connection outlives being frozen
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", floor::answer);
        server.start();
        Worker.serve(words -> Map.of("port", (double) server.getAddress().getPort()));
    }

    private void listen() {
        Records.listen("cohort", Records.APPLICATIONS, heard -> steps.queue(subject(heard, 1), text(heard, 2)));
        Records.listen("notification", Records.APPLICATIONS, this::introduce);
        Records.listen("cohort", Records.INTAKES, this::enrol);
        Records.listen("registration", Records.INTAKES, heard -> steps.showAdmitted(subject(heard, 1)));
        Records.listen(
                "notification", Records.INTAKES, heard -> letters.note(subject(heard, 1), text(heard, 2), "Zusage"));
        Records.listen("certificate", Records.PARTICIPATIONS, this::collect);
        Records.listen(
                "notification",
                Records.CERTIFICATES,
                heard -> letters.note(subject(heard, 1), text(heard, 2), "Zertifikat"));
        Records.listen("registration", Records.CERTIFICATES, heard -> steps.showCertified(subject(heard, 1)));
        Records.listen("cohort", Records.CERTIFICATES, heard -> steps.certify(subject(heard, 1)));
    }

    // What is asked

    private void answer(HttpExchange exchange) throws IOException {
        // DSS looks for its parts through it, and the server's own thread has another.
        Thread.currentThread().setContextClassLoader(Floor.class.getClassLoader());
        try {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var asked = PATH.matcher(exchange.getRequestURI().getPath());
            if (!asked.matches())
                throw new IllegalArgumentException(exchange.getRequestURI().getPath());
            var action = exchange.getRequestMethod() + " " + asked.group(1)
                    + (asked.group(3) == null ? "" : " " + asked.group(3));
            var answer = switch (action) {
                case "POST applications" ->
                    apply(UUID.fromString(exchange.getRequestHeaders().getFirst("Idempotency-Key")), body);
                case "GET candidates" -> show("candidates", asked.group(2));
                case "POST candidates admission" -> admit(UUID.fromString(asked.group(2)));
                case "PUT participations modules" -> complete(UUID.fromString(asked.group(2)));
                case "GET entitlements" -> show("entitlements", asked.group(2));
                case "POST entitlements preview" -> prepare(UUID.fromString(asked.group(2)));
                case "POST entitlements release" -> release(UUID.fromString(asked.group(2)));
                default -> throw new IllegalArgumentException(action);
            };
            var bytes = answer.getBytes(UTF_8);
            var status = answer.isEmpty() ? 404 : action.equals("POST applications") ? 201 : 200;
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        } catch (Exception failed) {
            Failures.note(failed);
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }

    private String apply(UUID id, String body) {
        var email = EMAIL.matcher(body);
        if (!email.find()) throw new IllegalArgumentException(body);
        lanes.relay("applications", id, id, steps.apply(id, email.group(1), body));
        return "{\"id\":\"%s\"}".formatted(id);
    }

    private String show(String collection, String id) {
        var found = writes.find(collection, UUID.fromString(id));
        return found == null ? "" : "{\"state\":\"%s\"}".formatted(found.getString("status"));
    }

    private String admit(UUID id) {
        var candidate = Objects.requireNonNull(writes.find("candidates", id));
        lanes.relay("intakes", steps.intake(), id, steps.admit(id, candidate.getString("email")));
        return "{}";
    }

    /// 404 until the participation is there, as the system answers.
    private String complete(UUID id) {
        var participation = writes.find("participations", id);
        if (participation == null) return "";
        lanes.relay("participations", id, id, steps.complete(id, participation.getLong("sequence") + 1));
        return "{}";
    }

    private String prepare(UUID id) {
        var entitlement = Objects.requireNonNull(writes.find("entitlements", id));
        var pressed = press.press(entitlement.getString("name"));
        steps.prepare(id, pressed);
        return "{\"sha256\":\"%s\"}".formatted(pressed.pdf().sha256());
    }

    private String release(UUID id) {
        var entitlement = Objects.requireNonNull(writes.find("entitlements", id));
        var certificate = UUID.randomUUID();
        var issued = steps.release(
                id,
                certificate,
                entitlement.getString("email"),
                entitlement.getString("number"),
                entitlement.getString("sha256"),
                entitlement.get("pdf", Binary.class));
        lanes.relay("certificates", certificate, certificate, issued);
        steps.stored(id);
        return "{}";
    }

    // What is heard

    private void introduce(ConsumerRecord<byte[], byte[]> heard) {
        steps.introduce(subject(heard, 1), text(heard, 2));
        letters.note(subject(heard, 1), text(heard, 2), "Eingang");
    }

    private void enrol(ConsumerRecord<byte[], byte[]> heard) {
        var id = subject(heard, 1);
        lanes.relay("participations", id, id, steps.enrol(id, text(heard, 2)));
    }

    private void collect(ConsumerRecord<byte[], byte[]> heard) {
        var id = subject(heard, 1);
        if (Records.type(heard).endsWith("enrolled.v1")) steps.entitle(id, text(heard, 2));
        else steps.tickOff(id, Records.sequence(heard) == LAST);
    }

    /// The words before the JSON: whose, and their address.
    private static UUID subject(ConsumerRecord<byte[], byte[]> heard, int word) {
        return UUID.fromString(text(heard, word));
    }

    private static String text(ConsumerRecord<byte[], byte[]> heard, int word) {
        return new String(heard.value(), UTF_8).split(" ", word + 1)[word - 1];
    }
}
