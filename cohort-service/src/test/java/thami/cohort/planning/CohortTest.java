package thami.cohort.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.withCurriculum;
import static thami.cohort.Samples.withPeriod;
import static thami.cohort.Samples.withWindow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import thami.cohort.planning.CohortEvent.CallChanged;
import thami.cohort.planning.CohortEvent.CallClosed;
import thami.cohort.planning.CohortEvent.CallPublished;
import thami.cohort.planning.CohortEvent.CohortCancelled;

class CohortTest {

    private final Cohort cohort = Cohort.plan(COHORT, "key", plan());

    @Test
    void isPlannedPublishedChangedClosedAndCancelledInTheEnd() {
        cohort.change(plan(5), NOON);
        cohort.publish(NOON);
        cohort.change(plan(6), NOON);
        cohort.close(NOON);
        cohort.cancel("zu wenige", NOON);

        assertThat(cohort.raised())
                .containsExactly(
                        new CallPublished(COHORT, plan(5), NOON),
                        new CallChanged(COHORT, plan(6), NOON),
                        new CallClosed(COHORT, NOON),
                        new CohortCancelled(COHORT, "zu wenige", NOON));
        assertThat(cohort.status()).isEqualTo(Cohort.Status.CANCELLED);
    }

    @Test
    void tellsNobodyAnythingBeforeItIsPublished() {
        cohort.change(plan(3), NOON);
        cohort.cancel("kein Geld", NOON);

        assertThat(cohort.raised()).isEmpty();
    }

    @Test
    void isPublishedOnceHoweverOftenOneAsks() {
        cohort.publish(NOON);
        cohort.publish(NOON.plusSeconds(1));

        assertThat(cohort.raised()).hasSize(1);
    }

    @Test
    void isNotPublishedWhenItsWindowIsOver() {
        assertThatThrownBy(() -> cohort.publish(plan().window().closesAt())).isInstanceOf(CallIsOver.class);
    }

    @Test
    void keepsCurriculumAndRulesOnceItIsPublished() {
        cohort.publish(NOON);
        var other = withCurriculum(
                plan(), new Curriculum("other", plan().curriculum().modules()));

        assertThatThrownBy(() -> cohort.change(other, NOON)).isInstanceOf(FoundationsStand.class);
    }

    @Test
    void keepsItsWindowOnceItIsClosed() {
        cohort.publish(NOON);
        cohort.close(NOON);
        var longer = withWindow(plan(), new Window(plan().window().opensAt(), NOON.plusSeconds(86_400)));

        assertThatThrownBy(() -> cohort.change(longer, NOON)).isInstanceOf(CallIsClosed.class);
        assertThatThrownBy(() -> cohort.publish(NOON)).isInstanceOf(CallIsClosed.class);
        cohort.change(plan(7), NOON);
        assertThat(cohort.raised()).last().isEqualTo(new CallChanged(COHORT, plan(7), NOON));
    }

    @Test
    void mayBeMovedAfterPublication() {
        cohort.publish(NOON);
        var later = withPeriod(plan(), new Period(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-12-18")));

        cohort.change(later, NOON);

        assertThat(cohort.raised()).last().isEqualTo(new CallChanged(COHORT, later, NOON));
    }

    @Test
    void saysNothingWhenNothingChanged() {
        cohort.publish(NOON);
        cohort.change(plan(), NOON);

        assertThat(cohort.raised()).hasSize(1);
    }

    @Test
    void isNeitherChangedNorPublishedOnceCancelled() {
        cohort.cancel("verschoben", NOON);

        assertThatThrownBy(() -> cohort.change(plan(9), NOON)).isInstanceOf(CohortIsCancelled.class);
        assertThatThrownBy(() -> cohort.publish(NOON)).isInstanceOf(CohortIsCancelled.class);
        assertThatThrownBy(() -> cohort.close(NOON)).isInstanceOf(CohortIsCancelled.class);
    }

    @Test
    void isNotClosedBeforeItIsPublished() {
        assertThatThrownBy(() -> cohort.close(NOON)).isInstanceOf(NotPublished.class);
    }

    @Test
    void refusesAPlanThatContradictsItselfAndSaysInWhichWays() {
        var flawed =
                withWindow(withCurriculum(plan(0), new Curriculum("v", List.of())), new Window(NOON, Instant.EPOCH));

        assertThatThrownBy(() -> cohort.change(flawed, NOON))
                .isInstanceOfSatisfying(
                        FlawedPlan.class,
                        refused -> assertThat(refused.flaws())
                                .containsExactlyInAnyOrder(
                                        PlanFlaw.CLOSES_BEFORE_IT_OPENS,
                                        PlanFlaw.SEATS_OUT_OF_RANGE,
                                        PlanFlaw.NO_MODULE));
    }

    @Test
    void refusesAModuleNamedTwice() {
        var module = plan().curriculum().modules().getFirst();
        var twice = withCurriculum(plan(), new Curriculum("v", List.of(module, module)));

        assertThatThrownBy(() -> Cohort.plan(COHORT, "key", twice)).isInstanceOf(FlawedPlan.class);
    }
}
