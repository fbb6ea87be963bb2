package thami.registration;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import thami.testing.Example;
import thami.testing.Neighbours;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ways into the running service that several tests take.
final class Doors {

    private final RestTestClient http;
    private final Neighbours neighbours;

    Doors(RestTestClient http, Neighbours neighbours) {
        this.http = http;
        this.neighbours = neighbours;
    }

    /// A call of its own, so that tests do not meet.
    UUID openCall() {
        return call(_ -> {});
    }

    UUID call(Consumer<tools.jackson.databind.node.ObjectNode> change) {
        var call = UUID.randomUUID();
        neighbours.publish(Example.of("cohort/call-published.v1")
                .about(call, 1)
                .with("callId", call.toString())
                .with(change));
        eventually(() -> http.get()
                .uri("/api/calls/{id}", call)
                .exchange()
                .expectStatus()
                .isOk());
        return call;
    }

    /// A minute: a busy machine is not a lost event.
    static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }

    static Map<String, Object> submission(UUID call) {
        var body = new LinkedHashMap<String, Object>();
        body.put("callId", call.toString());
        body.put("name", "Şule Beispiel-Yıldız");
        body.put("email", "sule.beispiel@post.example");
        body.put("language", "de");
        body.put("targetGroup", "THUERGUSVO");
        body.put("privacyNoticeVersion", "2026-01-sample");
        return body;
    }

    ResponseSpec post(UUID key, Object body) {
        return http.post()
                .uri("/api/applications")
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /// The answer to an application that is accepted.
    JsonNode apply(UUID key, Map<String, Object> body) {
        return json(post(key, body).expectStatus().isCreated());
    }

    /// The token of the link that the answer holds.
    static String token(JsonNode submitted) {
        return submitted.get("statusPage").asString().replaceAll(".*/status/", "");
    }

    JsonNode status(String token) {
        return json(http.get()
                .uri("/api/applications/by-link/{token}", token)
                .exchange()
                .expectStatus()
                .isOk());
    }

    static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
