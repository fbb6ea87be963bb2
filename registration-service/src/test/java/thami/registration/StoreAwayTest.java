package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.Wire;

/// The store goes away in the middle and comes back: nothing is said that is not so, nothing is lost, nothing
/// is put aside.
@ComponentTest
@Import(Wire.ToTheStore.class)
class StoreAwayTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Wire wire;

    @Test
    void anOutageIsAnOutage() {
        var doors = new Doors(http, neighbours);
        var call = doors.openCall();
        var key = UUID.randomUUID();
        var submitted = doors.apply(UUID.randomUUID(), Doors.submission(call));

        wire.cut();
        doors.post(key, Doors.submission(call))
                .expectStatus()
                .isEqualTo(SERVICE_UNAVAILABLE)
                .expectHeader()
                .exists("Retry-After");
        unavailable("/api/calls/" + call);
        unavailable("/apply/" + call);
        unavailable("/status/" + Doors.token(submitted));
        http.post()
                .uri("/api/applications/link-renewals")
                .body(Map.of("email", "bo@post.example"))
                .exchange()
                .expectStatus()
                .isEqualTo(SERVICE_UNAVAILABLE);
        neighbours.publish(Example.of("cohort/call-changed.v1")
                .about(call, 2)
                .with("callId", call.toString())
                .with("place", "Gera"));

        wire.mend();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Doors.json(http.get()
                                        .uri("/api/calls/{id}", call)
                                        .exchange()
                                        .expectStatus()
                                        .isOk())
                                .get("place")
                                .asString())
                        .isEqualTo("Gera"));
        doors.apply(key, Doors.submission(call));
        assertThat(neighbours.received("registration.applications.v1", key)).hasSize(1);
        assertThat(neighbours.deadLetters("cohort.cohorts.v1")).isEmpty();
    }

    @Test
    void aStoreThatHangsIsAnOutageToo() {
        var doors = new Doors(http, neighbours);
        var call = doors.openCall();
        var key = UUID.randomUUID();

        wire.hang();
        doors.post(key, Doors.submission(call))
                .expectStatus()
                .isEqualTo(SERVICE_UNAVAILABLE)
                .expectHeader()
                .exists("Retry-After");

        wire.mend(); // and what was on its way arrives after all
        Doors.eventually(
                () -> doors.post(key, Doors.submission(call)).expectStatus().isCreated());
        assertThat(neighbours.received("registration.applications.v1", key)).hasSize(1);
    }

    private void unavailable(String path) {
        http.get().uri(path).exchange().expectStatus().isEqualTo(SERVICE_UNAVAILABLE);
    }
}
