package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import thami.testing.StaffProvider;

/// The story of one cohort on real parts, and what the neighbours hear of it.
@ComponentTest
class MainPathTest {

    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(http, neighbours, staff);
    }

    @Test
    void onePersonGoesFromTheApplicationToTheLastModule() {
        var cohort = story.publishedCohort(2);
        var id = story.applied(cohort, "Şule Beispiel-Yıldız");
        assertThat(story.candidate(id).get("status").asString()).isEqualTo("WAITING");

        story.admit(id, "A").expectStatus().isOk();
        await().untilAsserted(() -> story.participation(id));
        story.complete(id, Story.LAW, "2026-04-17").expectStatus().isOk();
        story.complete(id, Story.LAW, "2026-04-17").expectStatus().isOk();
        story.complete(id, Story.COUNSELLING, "2026-05-29").expectStatus().isOk();

        assertThat(neighbours.received("cohort.cohorts.v1", cohort))
                .singleElement()
                .satisfies(Contract.of("cohort/call-published.v1")::validates);
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .singleElement()
                .satisfies(Contract.of("cohort/application-admitted.v1")::validates);
        assertThat(neighbours.received("cohort.participations.v1", id))
                .satisfiesExactly(
                        Contract.of("cohort/participant-enrolled.v1")::validates,
                        Contract.of("cohort/module-completed.v1")::validates,
                        Contract.of("cohort/module-completed.v1")::validates)
                .first()
                .satisfies(enrolled -> {
                    assertThat(enrolled.data().get("name").asString()).isEqualTo("Şule Beispiel-Yıldız");
                    assertThat(enrolled.data().get("admittedBy").get("sub").asString())
                            .isEqualTo("staff-admissions");
                });
    }

    @Test
    void aSeatIsFreedByAWithdrawalAndGivenToTheNextOnTheList() {
        var cohort = story.publishedCohort(1);
        var first = story.enrolled(cohort, "Erste Person");
        var second = story.applied(cohort, "Zweite Person");
        story.admit(second, "B").expectStatus().isEqualTo(409);
        story.decide(second, "waitlisting", Map.of("reason", "kein Platz frei"))
                .expectStatus()
                .isOk();

        neighbours.publish(Story.withdrawal(first, cohort));
        await().untilAsserted(() ->
                assertThat(story.candidate(first).get("status").asString()).isEqualTo("WITHDRAWN"));
        story.admit(second, "B").expectStatus().isOk();

        await().untilAsserted(() ->
                assertThat(story.participation(first).get("state").asString()).isEqualTo("ENDED"));
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .extracting(Received::type)
                .containsExactly(
                        "thami.cohort.application-admitted.v1",
                        "thami.cohort.application-waitlisted.v1",
                        "thami.cohort.seat-freed.v1",
                        "thami.cohort.application-admitted.v1");
    }

    @Test
    void whoeverTakesPartIsAnnouncedForTheDaysOfACohortThatIsMoved() {
        var cohort = story.publishedCohort(2);
        var id = story.enrolled(cohort, "Şule Beispiel-Yıldız");

        story.change(cohort, plan -> plan.put("endsOn", "2026-12-18"))
                .expectStatus()
                .isOk();
        story.change(cohort, plan -> plan.put("endsOn", "2026-12-18").put("place", "Jena (Beispielort)"))
                .expectStatus()
                .isOk();
        neighbours.awaitQuiet();

        assertThat(neighbours.received("cohort.participations.v1", id))
                .hasSize(2)
                .allSatisfy(Contract.of("cohort/participant-enrolled.v1")::validates)
                .extracting(enrolled -> enrolled.data().get("endsOn").asString())
                .containsExactly("2026-10-30", "2026-12-18");
    }

    @Test
    void theLegalBasisIsChangedWithoutANewDecisionOnTheSeat() {
        var cohort = story.publishedCohort(1);
        var id = story.enrolled(cohort, "Şule Beispiel-Yıldız");

        story.rebase(id, "A").expectStatus().isEqualTo(409);
        story.rebase(id, "B").expectStatus().isOk();
        story.rebase(id, "B").expectStatus().isOk();
        neighbours.awaitQuiet();

        assertThat(story.candidate(id).get("legalBasis").asString()).isEqualTo("B");
        assertThat(story.candidate(id).get("status").asString()).isEqualTo("ADMITTED");
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .hasSize(2)
                .last()
                .satisfies(Contract.of("cohort/legal-basis-changed.v1")::validates);
        assertThat(neighbours.received("cohort.participations.v1", id))
                .hasSize(2)
                .last()
                .satisfies(Contract.of("cohort/participant-enrolled.v1")::validates)
                .satisfies(enrolled -> {
                    assertThat(enrolled.data().get("legalBasis").asString()).isEqualTo("B");
                    assertThat(enrolled.data().at("/admittedBy/sub").asString()).isEqualTo("staff-admissions");
                    assertThat(enrolled.data().at("/legalBasisChangedBy/sub").asString())
                            .isEqualTo("staff-admissions");
                });
    }

    @Test
    void anAdmissionToACancelledCohortStandsAndItsLegalBasisMayChange() {
        var cohort = story.publishedCohort(1);
        var id = story.enrolled(cohort, "Şule Beispiel-Yıldız");
        story.cancel(cohort);

        story.decide(id, "undo", Map.of("reason", "verwechselt"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("admission-stands");
        story.rebase(id, "B").expectStatus().isOk();

        await().untilAsserted(() -> assertThat(neighbours.received("cohort.participations.v1", id))
                .extracting(Received::type)
                .containsExactly("thami.cohort.participant-enrolled.v1", "thami.cohort.participant-enrolled.v1"));
    }

    @Test
    void aDecisionIsUndoneWithAReasonUntilTheCertificateIsReleased() {
        var cohort = story.publishedCohort(2);
        var undone = story.enrolled(cohort, "Rück Nahme");
        var certified = story.enrolled(cohort, "Zer Tifiziert");
        neighbours.publish(
                Example.of("certificate/certificate-issued.v1").with("participationId", certified.toString()));
        await().untilAsserted(() -> assertThat(
                        story.participation(certified).get("state").asString())
                .isEqualTo("CERTIFIED"));

        var seen = story.candidate(undone).at("/decisions/0/decidedAt").asString();
        story.decide(undone, "undo", Map.of("reason", "verwechselt", "decidedAt", seen))
                .expectStatus()
                .isOk();
        story.decide(certified, "undo", Map.of("reason", "verwechselt"))
                .expectStatus()
                .isEqualTo(409);

        await().untilAsserted(() ->
                assertThat(story.participation(undone).get("state").asString()).isEqualTo("ENDED"));
        assertThat(story.candidate(undone).get("decisions")).hasSize(2);
        assertThat(neighbours.received("cohort.participations.v1", undone))
                .last()
                .satisfies(Contract.of("cohort/participation-ended.v1")::validates);
    }

    @Test
    void nobodyWhoHasTheCertificateIsDecidedOnThoughTheAdmissionWasUndoneBeforeWordOfItCame() {
        var cohort = story.publishedCohort(2);
        var id = story.enrolled(cohort, "Zer Tifiziert");
        story.decide(id, "undo", Map.of("reason", "verwechselt")).expectStatus().isOk();
        story.certified(id);
        neighbours.awaitRead("cohort.intakes.v1");

        story.decide(id, "decline", Map.of("reason", "keine Zielgruppe"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-certified");
        assertThat(listed(cohort, "WAITING")).isEmpty();
        assertThat(listed(cohort, "ADMITTED")).containsExactly(id.toString());
        assertThat(neighbours.received("cohort.intakes.v1", cohort))
                .extracting(Received::type)
                .doesNotContain("thami.cohort.application-declined.v1");
    }

    private List<String> listed(UUID cohort, String status) {
        var page = story.read("/api/candidates?cohort=" + cohort + "&status=" + status, "admissions");
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
