package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpStatus.GONE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Contract;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.Received;
import thami.web.Links;

/// What the holder of a link sees and can do, on real parts.
@ComponentTest
class StatusTest {

    private static final String TOPIC = "registration.applications.v1";

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Links links;

    private final UUID key = UUID.randomUUID();
    private final String email = "person-" + key + "@post.example";
    private Doors doors;
    private UUID call;
    private String token;

    @BeforeEach
    void someoneHasApplied() {
        doors = new Doors(http, neighbours);
        call = doors.openCall();
        var body = Doors.submission(call);
        body.put("email", email);
        token = Doors.token(doors.apply(key, body));
    }

    @Test
    void theTimelineTellsWhatWasDecidedButNotWhy() {
        neighbours.publish(decided("application-waitlisted", 1));
        neighbours.publish(decided("application-admitted", 2));

        Doors.eventually(() -> assertThat(timeline()).containsExactly("SUBMITTED", "WAITLISTED", "ADMITTED"));

        var status = doors.status(token);
        assertThat(status.get("status").asString()).isEqualTo("ADMITTED");
        assertThat(status.toString()).doesNotContain("Beispielbegründung").doesNotContain(email);
    }

    @Test
    void nobodyLooksForwardToACohortThatWasCancelled() {
        neighbours.publish(decided("application-admitted", 1));
        Doors.eventually(() -> assertThat(timeline()).contains("ADMITTED"));
        assertThat(page()).contains("Wir freuen uns auf Sie", "Teilnahme am Kurs");

        neighbours.publish(Example.of("cohort/cohort-cancelled.v1")
                .about(call, 2)
                .with("callId", call.toString())
                .with("cohortId", call.toString()));

        Doors.eventually(() -> assertThat(page())
                .contains("abgesagt", "Er findet nicht statt")
                .doesNotContain("Wir freuen uns auf Sie")
                .doesNotContain("Teilnahme am Kurs"));
    }

    private String page() {
        return http.get()
                .uri("/status/{token}", token)
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void aWithdrawalIsToldOnceAndStays() {
        withdraw();
        withdraw();

        assertThat(neighbours.received(TOPIC, key))
                .filteredOn(event -> event.type().endsWith("application-withdrawn.v1"))
                .singleElement()
                .satisfies(Contract.of("registration/application-withdrawn.v1")::validates);
        assertThat(doors.status(token).get("status").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void lookingChangesNothing() {
        http.get()
                .uri("/status/{token}/withdrawal", token)
                .exchange()
                .expectStatus()
                .isOk();
        http.get()
                .uri("/api/applications/by-link/{token}/withdrawal", token)
                .exchange()
                .expectStatus()
                .is4xxClientError();

        assertThat(doors.status(token).get("status").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void afterTheCertificateNobodyCanWithdraw() {
        var certificate = UUID.randomUUID();
        neighbours.publish(Example.of("certificate/certificate-issued.v1")
                .about(certificate, 1)
                .with("certificateId", certificate.toString())
                .with("participationId", key.toString()));
        Doors.eventually(() -> assertThat(timeline()).contains("CERTIFIED"));

        http.post()
                .uri("/api/applications/by-link/{token}/withdrawal", token)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aRenewedLinkReplacesTheOldOne() {
        askForLinks(email.toUpperCase(java.util.Locale.ROOT));

        Doors.eventually(() -> assertThat(renewals()).hasSize(1));
        Contract.of("registration/status-link-renewed.v1").validates(renewals().getFirst());
        http.get()
                .uri("/api/applications/by-link/{token}", token)
                .exchange()
                .expectStatus()
                .isEqualTo(GONE);
        http.get().uri("/status/{token}", token).exchange().expectStatus().isEqualTo(GONE);
        assertThat(doors.status(links.token("status", key, 2)).get("reference")).isNotNull();
    }

    @Test
    void askingAgainAndAgainSendsOneLink() {
        askForLinks(email);
        Doors.eventually(() -> assertThat(renewals()).hasSize(1));
        askForLinks(email);
        askForLinks(email);
        await().during(java.time.Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(renewals()).hasSize(1));
    }

    @Test
    void strangersGetTheSameAnswer() {
        var known = askForLinks(email);
        var unknown = askForLinks("stranger-" + UUID.randomUUID() + "@post.example");

        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void aLinkThatIsNotOursIsNotFound() {
        var forged = links.token("certificate", key, 1);

        http.get()
                .uri("/api/applications/by-link/{token}", forged)
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri("/status/{token}", forged).exchange().expectStatus().isNotFound();
        http.get().uri("/status/{token}", token + "A").exchange().expectStatus().isNotFound();
    }

    private Example decided(String event, int sequence) {
        return Example.of("cohort/" + event + ".v1")
                .about(call, sequence)
                .with("callId", call.toString())
                .with("applicationId", key.toString())
                .with("decidedAt", "2027-01-0" + sequence + "T12:00:00.000Z");
    }

    private List<String> timeline() {
        return doors.status(token)
                .get("timeline")
                .valueStream()
                .map(step -> step.get("what").asString())
                .toList();
    }

    private List<Received> renewals() {
        return neighbours.received(TOPIC, key).stream()
                .filter(event -> event.type().endsWith("status-link-renewed.v1"))
                .toList();
    }

    private void withdraw() {
        http.post()
                .uri("/api/applications/by-link/{token}/withdrawal", token)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String askForLinks(String address) {
        var answer = http.post()
                .uri("/api/applications/link-renewals")
                .body(Map.of("email", address))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult();
        return answer.getStatus() + " "
                + answer.getResponseHeaders().headerNames().stream().sorted().toList() + " " + answer.getResponseBody();
    }
}
