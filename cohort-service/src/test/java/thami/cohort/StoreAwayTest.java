package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.Outage;
import thami.testing.StaffProvider;
import thami.testing.Wire;

/// The store goes away in the middle, or hangs, and comes back: nothing is said that is not so, no decision is half
/// made, nothing is put aside.
@ComponentTest
@Import(Wire.ToTheStore.class)
class StoreAwayTest {

    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private @Autowired Wire wire;

    @Test
    void aStoreThatIsAwayIsAnOutage() throws Exception {
        assertOutage(Wire::cut);
    }

    @Test
    void aStoreThatHangsIsAnOutageToo() throws Exception {
        assertOutage(Wire::hang);
    }

    private void assertOutage(Consumer<Wire> trouble) throws Exception {
        var story = new Story(http, neighbours, staff);
        var cohort = story.publishedCohort(2);
        var waiting = story.applied(cohort, "Olena Beispiel");
        var late = UUID.randomUUID();

        trouble.accept(wire);
        neighbours.publish(Story.application(late, cohort, "Bo Beispiel"));
        Outage.assertUnavailable(List.of(
                () -> read(story, "/api/cohorts"),
                () -> read(story, "/api/cohorts/" + cohort),
                () -> read(story, "/api/candidates/" + waiting),
                () -> read(story, "/api/candidates?cohort=" + cohort),
                () -> story.admit(waiting, "A"),
                () -> story.decide(waiting, "decline", Map.of("reason", "Beispielbegründung")),
                () -> story.complete(waiting, Story.LAW, "2026-03-09")));

        wire.mend();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> story.candidate(late));
        assertThat(story.candidate(waiting).get("status").asString()).isEqualTo("WAITING");
        story.admit(waiting, "A").expectStatus().isOk();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> story.participation(waiting));
        assertThat(neighbours.received("cohort.intakes.v1", cohort)).hasSize(1);
        assertThat(neighbours.received("cohort.participations.v1", waiting)).hasSize(1);
        assertThat(neighbours.deadLetters("registration.applications.v1")).isEmpty();
        assertThat(neighbours.deadLetters("cohort.intakes.v1")).isEmpty();
    }

    private ResponseSpec read(Story story, String path) {
        return http.get().uri(path).headers(story.as("admissions")).exchange();
    }
}
