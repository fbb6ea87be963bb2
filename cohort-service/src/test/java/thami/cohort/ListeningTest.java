package thami.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.cohort.intake.Intake;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.Received;
import thami.testing.StaffProvider;

/// What goes wrong between services, on real parts: repeats, poison, a crash after the save, two at once.
@ComponentTest
class ListeningTest {

    private static final String APPLICATIONS = "registration.applications.v1";

    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private @Autowired MongoOperations mongo;
    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(http, neighbours, staff);
    }

    @Test
    void anApplicationToldAHundredTimesIsOneCandidateThatKeepsItsDecision() {
        var cohort = story.publishedCohort(1);
        var id = story.enrolled(cohort, "Olena Beispiel");
        for (var i = 0; i < 100; i++) neighbours.publish(Story.application(id, cohort, "Olena Beispiel"));
        neighbours.awaitRead(APPLICATIONS);

        assertThat(story.candidate(id).get("status").asString()).isEqualTo("ADMITTED");
        assertThat(neighbours.received("cohort.participations.v1", id)).hasSize(1);
    }

    @Test
    void aWithdrawalThatIsToldBeforeItsApplicationWaitsForIt() {
        var cohort = story.publishedCohort(1);
        var id = UUID.randomUUID();
        neighbours.publish(Story.withdrawal(id, cohort));
        neighbours.awaitRead(APPLICATIONS);
        neighbours.publish(Story.application(id, cohort, "Olena Beispiel"));

        await().untilAsserted(() ->
                assertThat(story.candidate(id).get("status").asString()).isEqualTo("WITHDRAWN"));
        story.admit(id, "A").expectStatus().isEqualTo(409);
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheNextOneCounts() {
        var cohort = story.publishedCohort(1);
        var id = UUID.randomUUID();
        var broken = Story.application(id, cohort, "Olena Beispiel");
        neighbours.publish(APPLICATIONS, id.toString(), broken.headers(), "{\"applicationId\": 7".getBytes(UTF_8));
        neighbours.publish(APPLICATIONS, id.toString(), broken.headers(), null);
        neighbours.publish(broken.with(data -> data.remove("name")));
        neighbours.publish(broken);

        await().untilAsserted(() -> story.candidate(id));
        assertThat(neighbours.deadLetters(APPLICATIONS))
                .filteredOn(letter -> id.toString().equals(letter.key()))
                .hasSize(3);
    }

    @Test
    void whatIsStillUnreadableIsSaidToBeSoInTheLanguageOfWhoeverAsks() {
        var id = UUID.randomUUID();
        var broken = Story.application(id, story.publishedCohort(1), "Olena Beispiel");
        neighbours.publish(APPLICATIONS, id.toString(), broken.headers(), "{\"applicationId\": 7".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(letters(id)).hasSize(1));
        var letter = letters(id).getFirst();

        replay("%s:%d:%d".formatted(letter.topic(), letter.partition(), letter.offset()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("still-unreadable")
                .jsonPath("$.detail")
                .value(String.class, it -> assertThat(it).startsWith("Der Datensatz ist noch immer nicht lesbar: Not"));
        replay(letter.topic() + ":0:99999")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no-such-dead-letter");
    }

    @Test
    void whoeverRepairsARecordIsNamedAndMakesItNoneAboutSomebodyElse() {
        var cohort = story.publishedCohort(1);
        var id = UUID.randomUUID();
        var whole = Story.application(id, cohort, "Olena Beispiel");
        neighbours.publish(whole.with(data -> data.remove("name")));
        await().untilAsserted(() -> assertThat(letters(id)).hasSize(1));
        var letter = letters(id).getFirst();
        var address = "%s:%d:%d".formatted(letter.topic(), letter.partition(), letter.offset());

        var other = UUID.randomUUID();
        replay(address, whole.with("applicationId", other.toString()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("about-another")
                .jsonPath("$.errors[0].field")
                .isEqualTo("data")
                .jsonPath("$.errors[0].message")
                .value(String.class, it -> assertThat(it).startsWith("Diese Daten handeln von etwas anderem"));
        replay(address, whole)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.replays.length()")
                .isEqualTo(1)
                .jsonPath("$.replays[0].replayedBy.issuer")
                .isEqualTo(staff.issuer())
                .jsonPath("$.replays[0].replayedBy.sub")
                .isEqualTo("staff-operations");
        assertThat(story.candidate(id).get("name").asString()).isEqualTo("Olena Beispiel");
    }

    private RestTestClient.ResponseSpec replay(String letter, Example repaired) {
        return http.post()
                .uri("/api/cohort/dead-letters/{id}/replay", letter)
                .header("Authorization", staff.bearer("operations"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"data\":" + repaired.data() + "}")
                .exchange();
    }

    private List<Received> letters(UUID about) {
        return neighbours.deadLetters(APPLICATIONS).stream()
                .filter(letter -> about.toString().equals(letter.key()))
                .toList();
    }

    private RestTestClient.ResponseSpec replay(String letter) {
        return http.post()
                .uri("/api/cohort/dead-letters/{id}/replay", letter)
                .header("Authorization", staff.bearer("operations"))
                .exchange();
    }

    @Test
    void aWithdrawalFromACohortThatIsNotOursIsPutAside() {
        var id = UUID.randomUUID();
        neighbours.publish(Story.withdrawal(id, UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(neighbours.deadLetters(APPLICATIONS))
                .filteredOn(letter -> id.toString().equals(letter.key()))
                .hasSize(1));
    }

    @Test
    void theLastSeatAskedForTwiceAtOnceIsGivenOnce() throws Exception {
        var cohort = story.publishedCohort(1);
        var people = List.of(
                story.applied(cohort, "Erste Person"),
                story.applied(cohort, "Zweite Person"),
                story.applied(cohort, "Dritte Person"));
        List<Callable<Integer>> asked = people.stream()
                .<Callable<Integer>>map(id ->
                        () -> story.admit(id, "A").returnResult().getStatus().value())
                .toList();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = desks.invokeAll(asked).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
        }
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .extracting(Received::type)
                .containsExactly("thami.cohort.application-admitted.v1");
    }

    @Test
    void aDecisionThatACancellationOvertakesIsRefusedAndToldToNobody(
            @Autowired ConfigurableApplicationContext service) {
        var cohort = story.publishedCohort(1);
        var id = story.applied(cohort, "Olena Beispiel");
        var once = new AtomicBoolean();
        ApplicationListener<BeforeSaveEvent<?>> cancelling = event -> {
            if (event.getSource() instanceof Intake && !once.getAndSet(true)) story.cancel(cohort);
        };
        service.addApplicationListener(cancelling);
        try {
            story.admit(id, "A")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("cohort-is-cancelled");
        } finally {
            service.removeApplicationListener(cancelling);
        }
        assertThat(story.candidate(id).get("status").asString()).isEqualTo("WAITING");
        assertThat(neighbours.received("cohort.intakes.v1", cohort)).isEmpty();
    }

    @Test
    void seatsTakenForAPlanThatNeverCameAreGivenAgain() {
        var cohort = story.publishedCohort(2);
        var intake = new Query(Criteria.where("_id").is(cohort));

        // As a crash leaves it between the intake and the plan.
        mongo.updateFirst(intake, new Update().set("seats", 1).set("planVersion", 3L), "intakes");

        story.enrolled(cohort, "Erste Person");
        story.enrolled(cohort, "Zweite Person");
        story.admit(story.applied(cohort, "Dritte Person"), "A").expectStatus().isEqualTo(409);
    }

    @Test
    void whatWasSavedAndNotSentIsSentByTheSweeper() {
        var cohort = story.publishedCohort(1);
        var id = story.applied(cohort, "Olena Beispiel");
        story.admit(id, "A").expectStatus().isOk();
        await().untilAsserted(() -> story.participation(id));
        var sent = neighbours.received("cohort.intakes.v1", cohort).getFirst();
        var intake = new Query(Criteria.where("_id").is(cohort));

        // As a crash between the save and the sending leaves it: the event lies in the document.
        var unsent = new Document("topic", "cohort.intakes.v1")
                .append("sequence", 1L)
                .append("type", sent.type())
                .append("time", Date.from(Instant.parse("2026-02-16T09:00:00Z")))
                .append("payload", sent.value());
        var update = new Update().set("outbox", List.of(unsent)).set("outboxPendingSince", new Date());
        mongo.updateFirst(intake, update, "intakes");

        await().untilAsserted(() ->
                assertThat(neighbours.received("cohort.intakes.v1", cohort)).hasSize(2));
        neighbours.awaitRead("cohort.intakes.v1");
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .extracting(Received::id)
                .containsOnly(cohort + ":1");
        assertThat(neighbours.received("cohort.participations.v1", id)).hasSize(1);
    }
}
