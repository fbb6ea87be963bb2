package thami.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;

/// What is heard from the others, on a real broker: repeated, late, broken.
@ComponentTest
class ListeningTest {

    private static final String COHORTS = "cohort.cohorts.v1";
    private static final String INTAKES = "cohort.intakes.v1";

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    private Doors doors;
    private UUID call;

    @BeforeEach
    void aCallIsOpen() {
        doors = new Doors(http, neighbours);
        call = doors.openCall();
    }

    @Test
    void anOlderNoticeThatComesLateIsDropped() {
        neighbours.publish(about("cohort/call-changed.v1", 3).with("place", "Gera"));
        neighbours.publish(about("cohort/call-changed.v1", 2).with("place", "Suhl"));
        neighbours.awaitRead(COHORTS);

        assertThat(place()).isEqualTo("Gera");
    }

    @Test
    void aCancelledCohortTakesNobody() {
        neighbours.publish(about("cohort/cohort-cancelled.v1", 2).with("cohortId", call.toString()));
        neighbours.awaitRead(COHORTS);

        doors.post(UUID.randomUUID(), Doors.submission(call)).expectStatus().isEqualTo(409);
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheNextOneCounts() {
        var broken = about("cohort/call-changed.v1", 2);
        neighbours.publish(COHORTS, call.toString(), broken.headers(), "{\"callId\": 7, \"title\"".getBytes(UTF_8));
        neighbours.publish(COHORTS, call.toString(), broken.headers(), null);
        neighbours.publish(about("cohort/call-changed.v1", 3).with("place", "Gera"));

        Doors.eventually(() -> assertThat(place()).isEqualTo("Gera"));
        assertThat(neighbours.deadLetters(COHORTS))
                .filteredOn(letter -> call.toString().equals(letter.key()))
                .hasSize(2);
    }

    @Test
    void aDecisionOnAnApplicationThatWasNeverMadeIsPutAside() {
        var stray = Example.of("cohort/application-admitted.v1")
                .about(call, 1)
                .with("callId", call.toString())
                .with("applicationId", UUID.randomUUID().toString());

        neighbours.publish(stray);

        Doors.eventually(() -> assertThat(neighbours.deadLetters(INTAKES))
                .filteredOn(letter -> call.toString().equals(letter.key()))
                .hasSize(1));
    }

    @Test
    void aDecisionToldAHundredTimesIsOneEntryOfTheTimeline() {
        var submitted = doors.apply(UUID.randomUUID(), Doors.submission(call));
        var told = about("cohort/application-waitlisted.v1", 1)
                .with("applicationId", submitted.get("id").asString());
        for (var time = 1; time <= 100; time++) neighbours.publish(told);
        neighbours.awaitRead(INTAKES);

        assertThat(doors.status(Doors.token(submitted)).get("timeline").valueStream())
                .filteredOn(entry -> entry.toString().contains("WAITLISTED"))
                .hasSize(1);
    }

    @Test
    void aTypeThatIsNotKnownIsPutAside() {
        neighbours.publish(about("cohort/call-changed.v1", 2)
                .header("ce_type", "thami.cohort.call-decorated.v1")
                .with("place", "Suhl"));
        neighbours.awaitRead(COHORTS);

        assertThat(place()).isNotEqualTo("Suhl");
        assertThat(neighbours.deadLetters(COHORTS))
                .filteredOn(letter -> call.toString().equals(letter.key()))
                .hasSize(1);
    }

    private Example about(String example, int sequence) {
        return Example.of(example).about(call, sequence).with("callId", call.toString());
    }

    private String place() {
        var shown = http.get()
                .uri("/api/calls/{id}", call)
                .exchange()
                .expectStatus()
                .isOk();
        return Doors.json(shown).get("place").asString();
    }
}
