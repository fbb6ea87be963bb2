package thami.benchmarks.floor;

import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static thami.benchmarks.floor.Writes.event;
import static thami.benchmarks.floor.Writes.withOutbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
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

    private static final long LAST = 5; // enrolled, and four modules

    private static final Pattern PATH = Pattern.compile("/api/([a-z]+)(?:/([0-9a-f-]{36})(?:/([a-z]+))?)?.*");
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)\"");

    private final Writes writes;
    private final Lanes lanes;
    private final Letters letters;
    private final Press press;
    private final UUID intake = UUID.randomUUID();

    private Floor(Writes writes, Lanes lanes, Letters letters, Press press) {
        this.writes = writes;
        this.lanes = lanes;
        this.letters = letters;
        this.press = press;
    }

    public static void serve() throws Exception {
        var environment = System.getenv();
        var writes = new Writes(Objects.requireNonNull(environment.get("THAMI_MONGODB_URI")));
        var floor = new Floor(
                writes,
                new Lanes(writes, Records.open()),
                new Letters(writes, Objects.requireNonNull(environment.get("THAMI_SMTP"))),
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
        writes.insert("intakes", new Document("_id", intake).append("decisions", List.of()));
        Records.listen("cohort", Records.APPLICATIONS, this::queue);
        Records.listen("notification", Records.APPLICATIONS, this::introduce);
        Records.listen("cohort", Records.INTAKES, this::enrol);
        Records.listen(
                "registration",
                Records.INTAKES,
                heard -> writes.update(
                        "applications", subject(heard, 1), set("status", "ADMITTED"), set("changedAt", new Date())));
        Records.listen(
                "notification", Records.INTAKES, heard -> letters.note(subject(heard, 1), text(heard, 2), "Zusage"));
        Records.listen("certificate", Records.PARTICIPATIONS, this::collect);
        Records.listen(
                "notification",
                Records.CERTIFICATES,
                heard -> letters.note(subject(heard, 1), text(heard, 2), "Zertifikat"));
        Records.listen(
                "registration",
                Records.CERTIFICATES,
                heard -> writes.update(
                        "applications", subject(heard, 1), set("status", "CERTIFIED"), set("changedAt", new Date())));
        Records.listen("cohort", Records.CERTIFICATES, heard -> {
            writes.update("candidates", subject(heard, 1), set("status", "CERTIFIED"));
            writes.update("participations", subject(heard, 1), set("certifiedAt", new Date()));
        });
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
        var submitted = event(
                Records.APPLICATIONS,
                1,
                "thami.registration.application-submitted.v1",
                id + " " + email.group(1) + " " + body);
        writes.insert(
                "applications",
                withOutbox(
                        new Document("_id", id)
                                .append("name", "Łukasz Żółć-Muster")
                                .append("email", email.group(1))
                                .append("status", "SUBMITTED")
                                .append("submittedAt", new Date()),
                        submitted));
        lanes.relay("applications", id, id, submitted);
        return "{\"id\":\"%s\"}".formatted(id);
    }

    private String show(String collection, String id) {
        var found = writes.find(collection, UUID.fromString(id));
        return found == null ? "" : "{\"state\":\"%s\"}".formatted(found.getString("status"));
    }

    private String admit(UUID id) {
        var candidate = Objects.requireNonNull(writes.find("candidates", id));
        var admitted = event(
                Records.INTAKES,
                1,
                "thami.cohort.application-admitted.v1",
                id + " " + candidate.getString("email")
                        + " {\"legalBasis\":\"B\",\"reason\":\"Voraussetzungen belegt\"}");
        writes.update(
                "intakes",
                intake,
                inc("admitted", 1),
                push("outbox", admitted.append("sequence", System.nanoTime())),
                set("outboxPendingSince", new Date()));
        lanes.relay("intakes", intake, id, admitted);
        return "{}";
    }

    /// 404 until the participation is there, as the system answers.
    private String complete(UUID id) {
        var participation = writes.find("participations", id);
        if (participation == null) return "";
        var completed = event(
                Records.PARTICIPATIONS,
                participation.getLong("sequence") + 1,
                "thami.cohort.module-completed.v1",
                id + " {\"moduleId\":\"" + UUID.randomUUID() + "\",\"completedOn\":\"2026-11-22\"}");
        writes.update(
                "participations",
                id,
                inc("sequence", 1L),
                push("modules", new Date()),
                push("outbox", completed),
                set("outboxPendingSince", new Date()));
        lanes.relay("participations", id, id, completed);
        return "{}";
    }

    private String prepare(UUID id) {
        var entitlement = Objects.requireNonNull(writes.find("entitlements", id));
        var pressed = press.press(entitlement.getString("name"));
        writes.update(
                "entitlements",
                id,
                set("number", pressed.number()),
                set("sha256", pressed.pdf().sha256()),
                set("pdf", new Binary(pressed.pdf().bytes())));
        return "{\"sha256\":\"%s\"}".formatted(pressed.pdf().sha256());
    }

    private String release(UUID id) {
        var entitlement = Objects.requireNonNull(writes.find("entitlements", id));
        var certificate = UUID.randomUUID();
        writes.update("entitlements", id, set("status", "RELEASED"), set("releasedAt", new Date()));
        var issued = event(
                Records.CERTIFICATES,
                1,
                "thami.certificate.certificate-issued.v1",
                id + " " + entitlement.getString("email") + " {\"number\":\"" + entitlement.getString("number")
                        + "\"}");
        writes.insert(
                "certificates",
                withOutbox(
                        new Document("_id", certificate)
                                .append("participation", id)
                                .append("number", entitlement.getString("number"))
                                .append("sha256", entitlement.getString("sha256"))
                                .append("pdf", entitlement.get("pdf", Binary.class)),
                        issued));
        lanes.relay("certificates", certificate, certificate, issued);
        writes.update("entitlements", id, set("stored", true));
        return "{}";
    }

    // What is heard

    private void queue(ConsumerRecord<byte[], byte[]> heard) {
        writes.insert(
                "candidates",
                new Document("_id", subject(heard, 1))
                        .append("email", text(heard, 2))
                        .append("name", "Łukasz Żółć-Muster")
                        .append("status", "WAITING"));
    }

    private void introduce(ConsumerRecord<byte[], byte[]> heard) {
        writes.insert("recipients", new Document("_id", subject(heard, 1)).append("address", text(heard, 2)));
        letters.note(subject(heard, 1), text(heard, 2), "Eingang");
    }

    private void enrol(ConsumerRecord<byte[], byte[]> heard) {
        var id = subject(heard, 1);
        writes.update("candidates", id, set("status", "ADMITTED"));
        var enrolled = event(
                Records.PARTICIPATIONS,
                1,
                "thami.cohort.participant-enrolled.v1",
                id + " " + text(heard, 2) + " " + "{\"modules\":[],\"legalBasis\":\"B\"}");
        writes.insert(
                "participations",
                withOutbox(
                        new Document("_id", id)
                                .append("email", text(heard, 2))
                                .append("name", "Łukasz Żółć-Muster")
                                .append("modules", List.of()),
                        enrolled));
        lanes.relay("participations", id, id, enrolled);
    }

    private void collect(ConsumerRecord<byte[], byte[]> heard) {
        var id = subject(heard, 1);
        if (Records.type(heard).endsWith("enrolled.v1")) {
            writes.insert(
                    "entitlements",
                    new Document("_id", id)
                            .append("email", text(heard, 2))
                            .append("name", "Łukasz Żółć-Muster")
                            .append("completed", 0)
                            .append("status", "INCOMPLETE"));
        } else {
            var state = Records.sequence(heard) == LAST ? "READY" : "INCOMPLETE";
            writes.update("entitlements", id, inc("completed", 1), set("status", state));
        }
    }

    /// The words before the JSON: whose, and their address.
    private static UUID subject(ConsumerRecord<byte[], byte[]> heard, int word) {
        return UUID.fromString(text(heard, word));
    }

    private static String text(ConsumerRecord<byte[], byte[]> heard, int word) {
        return new String(heard.value(), UTF_8).split(" ", word + 1)[word - 1];
    }
}
