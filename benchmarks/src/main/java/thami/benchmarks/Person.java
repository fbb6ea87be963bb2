package thami.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's way through public HTTP, and the staff's script that takes them along it: who waits for something looks
/// again after 20 ms, then after twice as long each time, to a third of a second. The floor answers the same requests.
final class Person {

    static final int MAILS = 3;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 320;
    private static final long PATIENCE_SECONDS = 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Asks and counts what was asked.
    static final class Client implements AutoCloseable {

        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        private final AtomicInteger requests = new AtomicInteger();

        int requests() {
            return requests.get();
        }

        HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
            requests.incrementAndGet();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    /// Where the requests go, and who the staff are.
    ///
    /// @param tokens by role
    record Site(String url, Map<String, String> tokens, Client client) {}

    /// What became of it when, by `System.nanoTime`.
    ///
    /// @param mailed when the last of the mails was taken: the certificate's
    record Times(long accepted, long visible, long admitted, long complete, long ready, long released, long mailed) {}

    /// A call that is open, with its modules.
    record Call(UUID id, List<UUID> modules) {}

    private final Site site;
    private final Sink sink;
    private final Call call;
    private final UUID key;
    private final String name;
    private final String email;

    Person(Site site, Sink sink, Call call, UUID key) {
        this.site = site;
        this.sink = sink;
        this.call = call;
        this.key = key;
        this.name = nameOf(key);
        this.email = "p." + key + "@example.org";
    }

    /// Of each another: a course in which everybody has one name would be a list of look-alikes.
    private static String nameOf(UUID key) {
        var letters = Long.toString(key.getMostSignificantBits() >>> 1, 36).replaceAll("[0-9]", "ä");
        return "Łukasz Żółć-M" + letters.substring(0, 8);
    }

    /// @param withCertificate whether it ends with the certificate and its mail, or when nothing is missing any more
    Times goTheWay(boolean withCertificate) throws IOException, InterruptedException {
        var mails = sink.expect(email, withCertificate ? MAILS : MAILS - 1);
        var id = apply();
        var accepted = System.nanoTime();
        until("GET", "/api/candidates/" + id, "admissions", "");
        var visible = System.nanoTime();
        must("POST", "/api/candidates/" + id + "/admission", "admissions", """
                {"legalBasis":"B","reason":"Voraussetzungen belegt"}""");
        var admitted = System.nanoTime();
        for (var module : call.modules())
            until("PUT", "/api/participations/" + id + "/modules/" + module, "trainer", """
                    {"completedOn":"%s"}""".formatted(
                            LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1)));
        var complete = System.nanoTime();
        awaitReady(id);
        var ready = System.nanoTime();
        if (!withCertificate) return new Times(accepted, visible, admitted, complete, ready, ready, mails.await(30));
        var preview = must("POST", "/api/entitlements/" + id + "/preview", "certification", "{}");
        must("POST", "/api/entitlements/" + id + "/release", "certification", """
                {"sha256":"%s"}""".formatted(
                        preview.path("sha256").asString("")));
        var released = System.nanoTime();
        return new Times(accepted, visible, admitted, complete, ready, released, mails.await(PATIENCE_SECONDS));
    }

    String apply() throws IOException, InterruptedException {
        var body = """
                {"callId":"%s","name":"%s","email":"%s","language":"de","targetGroup":"THUERGUSVO",\
                "privacyNoticeVersion":"sample"}""".formatted(call.id(), name, email);
        var request = request("/api/applications")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = site.client().send(request);
        if (answer.statusCode() != 201)
            throw new IOException("applying was answered %d: %s".formatted(answer.statusCode(), answer.body()));
        return JSON.readTree(answer.body()).path("id").asString("");
    }

    private void awaitReady(String id) throws IOException, InterruptedException {
        var pauses = new Pauses("READY");
        while (!until("GET", "/api/entitlements/" + id, "certification", "")
                .path("state")
                .asString("")
                .equals("READY")) pauses.pauseOrEnd();
    }

    /// Asks until it is done: what it needs may not have arrived yet.
    private JsonNode until(String method, String path, String role, String body)
            throws IOException, InterruptedException {
        var pauses = new Pauses(method + " " + path);
        while (true) {
            var answer = send(method, path, role, body);
            if (answer.statusCode() / 100 == 2) return parsed(answer);
            pauses.pauseOrEnd();
        }
    }

    private JsonNode must(String method, String path, String role, String body)
            throws IOException, InterruptedException {
        var answer = send(method, path, role, body);
        if (answer.statusCode() / 100 != 2)
            throw new IOException(
                    "%s %s was answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        return parsed(answer);
    }

    private HttpResponse<String> send(String method, String path, String role, String body)
            throws IOException, InterruptedException {
        var request =
                request(path).header("Authorization", "Bearer " + site.tokens().getOrDefault(role, "none"));
        return site.client()
                .send(request.method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site.url() + path))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    /// Between two looks.
    private static final class Pauses {

        private final String waitingFor;
        private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        private long pause = FIRST_PAUSE_MILLIS;

        Pauses(String waitingFor) {
            this.waitingFor = waitingFor;
        }

        void pauseOrEnd() throws IOException {
            if (System.nanoTime() > deadline) throw new IOException("waited in vain: " + waitingFor);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }
}
