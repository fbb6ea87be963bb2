package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Contract;
import thami.testing.Neighbours;
import thami.testing.Received;

/// Applying on real parts: what is answered, and what the others hear.
@ComponentTest
class ApplyingTest {

    private static final String CALL = "5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01";

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @BeforeEach
    void aCallIsOpen() {
        neighbours.publish("cohort/call-published.v1");
        await().untilAsserted(() -> http.get()
                .uri("/api/calls/{id}", CALL)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void theSameRequestSentTwiceIsOneApplicationAnnouncedOnce() {
        var key = UUID.randomUUID();

        assertThat(apply(key)).isEqualTo(apply(key));

        assertThat(announced(key))
                .singleElement()
                .satisfies(Contract.of("registration/application-submitted.v1")::validates);
    }

    private java.util.List<Received> announced(UUID application) {
        return neighbours.received("registration.applications.v1").stream()
                .filter(received -> application.toString().equals(received.key()))
                .toList();
    }

    private String apply(UUID key) {
        return http.post()
                .uri("/api/applications")
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "callId", CALL,
                        "name", "Şule Beispiel-Yıldız",
                        "email", "sule.beispiel@post.example",
                        "language", "de",
                        "targetGroup", "THUERGUSVO",
                        "privacyNoticeVersion", "2026-01-sample"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/applications/" + key)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
