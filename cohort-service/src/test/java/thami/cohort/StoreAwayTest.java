package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.Wire;

/// The store goes away in the middle and comes back: nothing is said that is not so, no decision is half made,
/// nothing is put aside.
@ComponentTest
@Import(Wire.ToTheStore.class)
class StoreAwayTest {

    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private @Autowired Wire wire;

    @Test
    void anOutageIsAnOutage() {
        var story = new Story(http, neighbours, staff);
        var cohort = story.publishedCohort(2);
        var waiting = story.applied(cohort, "Olena Beispiel");
        var late = UUID.randomUUID();

        wire.cut();
        for (var path : List.of(
                "/api/cohorts",
                "/api/cohorts/" + cohort,
                "/api/candidates/" + waiting,
                "/api/candidates?cohort=" + cohort))
            unavailable(http.get().uri(path).headers(story.as("admissions")).exchange());
        unavailable(story.admit(waiting, "A"));
        unavailable(story.decide(waiting, "decline", Map.of("reason", "Beispielbegründung")));
        unavailable(story.complete(waiting, Story.LAW, "2026-03-09"));
        neighbours.publish(Story.application(late, cohort, "Bo Beispiel"));

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

    private static void unavailable(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
    }
}
