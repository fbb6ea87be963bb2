package thami.launcher.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// JSON over HTTP, as a patient client does it: what is not reachable now is tried again, with the same key and body.
public final class Api {

    private static final Set<Integer> LATER = Set.of(502, 503, 504);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Duration patience;
    private final Journal journal;

    public Api(Duration patience) {
        this(patience, Journal.NONE);
    }

    public Api(Duration patience, Journal journal) {
        this.patience = patience;
        this.journal = journal;
    }

    /// What came back; a body that is no JSON is missing.
    public record Answer(int status, JsonNode body) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        public JsonNode expect(int... expected) {
            for (var one : expected) if (status == one) return body;
            throw new IllegalStateException("answered %d: %s".formatted(status, body));
        }
    }

    /// Nobody said how it ended, or it did not happen, for as long as there was patience.
    public static final class WaitedInVain extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private WaitedInVain(String what) {
            super("waited in vain: " + what);
        }
    }

    public Answer get(URI uri, @Nullable String token) {
        return send(request(uri, token).GET());
    }

    public Answer post(URI uri, @Nullable String token, Object body, Map<String, String> headers) {
        return send(with(request(uri, token), headers).POST(json(body)));
    }

    public Answer put(URI uri, @Nullable String token, Object body) {
        return send(with(request(uri, token), Map.of()).PUT(json(body)));
    }

    /// Waits for what happens by itself: asks until there is an answer.
    public <T> T await(String what, Supplier<Optional<T>> question) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = question.get();
            if (answer.isPresent()) return answer.get();
            if (System.nanoTime() > deadline) throw new WaitedInVain(what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private Answer send(HttpRequest.Builder request) {
        return await("an answer from " + request.copy().build().uri(), () -> tried(request.build()));
    }

    private Optional<Answer> tried(HttpRequest request) {
        var ending = journal.sending(request);
        var answer = attempt(request);
        ending.ended(answer.map(Answer::status).orElse(Journal.Ending.UNKNOWN));
        return answer;
    }

    private Optional<Answer> attempt(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return LATER.contains(answer.statusCode())
                    ? Optional.empty()
                    : Optional.of(new Answer(answer.statusCode(), parsed(answer)));
        } catch (InterruptedIOException | InterruptedException e) {
            if (e instanceof InterruptedIOException) return Optional.empty(); // a time-out
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !answer.body().isBlank()
                ? JSON.readTree(answer.body())
                : MissingNode.getInstance();
    }

    private static HttpRequest.Builder request(URI uri, @Nullable String token) {
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).header("Accept", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + Objects.requireNonNull(token));
        return request;
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        return request.header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }
}
