package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.withTitle;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.intake.IntakeEvent.ApplicationAdmitted;
import thami.cohort.planning.ChangeCohort;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Planning;
import thami.cohort.planning.Title;

/// A plan is changed while others decide, change it too, or the process dies: between any two steps as many seats are
/// given as the plan has, never more.
class SeatsTest {

    /// What somebody else does just before the next save.
    private final Queue<Runnable> beforeIntake = new ArrayDeque<>();

    private final Queue<Runnable> beforeCohort = new ArrayDeque<>();

    private final InMemoryIntakes intakes = new InMemoryIntakes() {
        @Override
        public Intake save(Intake intake) {
            if (!beforeIntake.isEmpty()) beforeIntake.remove().run();
            return super.save(intake);
        }
    };
    private final InMemoryCohorts cohorts = new InMemoryCohorts() {
        @Override
        public Cohort save(Cohort cohort) {
            if (!beforeCohort.isEmpty()) beforeCohort.remove().run();
            return super.save(cohort);
        }
    };
    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final IntakeSeats seats = new IntakeSeats(intakes, cohorts);
    private final DecideOnCandidate decide =
            new DecideOnCandidate(intakes, candidates, cohorts, seats, Clock.fixed(NOON, ZoneOffset.UTC));
    private final ChangeCohort change = Planning.change(cohorts, seats);

    @BeforeEach
    void publish() {
        Planning.published(cohorts, seats, 3);
    }

    @Test
    void moreSeatsAndAnotherTitleAreThereForTheNextDecision() {
        var title = new Title("Neuer Titel", "New title");
        admit(3);
        change(withTitle(plan(4), title));

        admit(1);

        assertThat(intakes.announced())
                .last()
                .isInstanceOfSatisfying(
                        ApplicationAdmitted.class,
                        admitted -> assertThat(admitted.title()).isEqualTo(title));
    }

    @Test
    void moreSeatsAreNotRefusedBecauseSomebodyDecides() {
        beforeIntake.add(() -> admit(1));
        change(plan(5));
        beforeIntake.clear();

        admit(4);
        assertThat(cohort().plan().seats()).isEqualTo(5);
    }

    @Test
    void fewerSeatsAreNotRefusedBecauseSomebodyDecides() {
        beforeIntake.add(() -> admit(1));

        change(plan(2));

        admit(1);
        assertThatThrownBy(() -> admit(1)).isInstanceOf(NoSeatLeft.class);
    }

    @Test
    void fewerSeatsThanAreGivenMeanwhileAreRefused() {
        beforeIntake.add(() -> admit(3));

        assertThatThrownBy(() -> change(plan(2))).isInstanceOf(FewerSeatsThanGiven.class);
        assertThat(cohort().plan().seats()).isEqualTo(3);
    }

    @Test
    void fewerSeatsWinOverADecisionThatBeganBefore() {
        admit(1);
        beforeIntake.add(() -> change(plan(1)));

        assertThatThrownBy(() -> admit(1)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> admit(1)).isInstanceOf(NoSeatLeft.class);
    }

    @Test
    void whoWasOvertakenWithMoreSeatsDoesNotRaiseThemAgain() {
        var stalled = seen(plan(9));
        change(plan(2));

        assertThatThrownBy(stalled::run).isInstanceOf(RuntimeException.class);

        admit(2);
        assertThatThrownBy(() -> admit(1)).isInstanceOf(NoSeatLeft.class);
    }

    @Test
    void whoLosesWithFewerSeatsTakesNoneAway() {
        beforeCohort.add(() -> change(withTitle(plan(3), new Title("Neuer Titel", "New title"))));

        assertThatThrownBy(() -> change(plan(1))).isInstanceOf(OptimisticLockingFailureException.class);

        admit(3);
    }

    @Test
    void fewerSeatsThatWereNeverPlannedAreGivenAgain() {
        beforeCohort.add(() -> {
            throw new Died();
        });
        assertThatThrownBy(() -> change(plan(1))).isInstanceOf(Died.class);

        admit(3);
    }

    @Test
    void fewerSeatsAreNotPlannedOnceTheyWereGivenAgain() {
        beforeCohort.add(() -> admit(3));

        assertThatThrownBy(() -> change(plan(1))).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(cohort().plan().seats()).isEqualTo(3);
    }

    /// Whatever happens between any two steps of any number of changes and decisions.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void neverMoreAreGivenThanPlanned(long seed) {
        var random = new Random(seed);
        for (var step = 0; step < 60; step++) {
            for (var other = random.nextInt(3); other > 0; other--) {
                beforeIntake.add(() -> attempt(random));
                beforeCohort.add(() -> attempt(random));
            }
            attempt(random);
            beforeIntake.clear();
            beforeCohort.clear();
        }
        admit(cohort().plan().seats() - intakes.get(COHORT).given());
        assertThatThrownBy(() -> admit(1)).isInstanceOf(NoSeatLeft.class);
    }

    private void attempt(Random random) {
        try {
            switch (random.nextInt(6)) {
                case 0 -> change(plan(1 + random.nextInt(12)));
                case 1 -> leave(random);
                case 2 -> throw new Died();
                default -> admit(1);
            }
        } catch (NoSeatLeft | FewerSeatsThanGiven | OptimisticLockingFailureException | Died refused) {
            // what is refused must leave no trace
        }
        var intake = intakes.get(COHORT);
        assertThat(intake.given()).isLessThanOrEqualTo(intake.seats());
        assertThat(intake.seats()).isLessThanOrEqualTo(cohort().plan().seats());
    }

    private void leave(Random random) {
        var intake = intakes.get(COHORT);
        var given = candidates.page(COHORT, null, "", 1_000).stream()
                .map(Candidate::id)
                .filter(id -> intake.standing(id) == Standing.ADMITTED)
                .toList();
        if (given.isEmpty() || !intake.noteWithdrawal(given.get(random.nextInt(given.size())), NOON)) return;
        intakes.save(intake);
    }

    private void admit(int people) {
        for (var person = 0; person < people; person++) {
            var id = new CandidateId(UUID.randomUUID());
            var candidate = Candidate.expected(id);
            candidate.apply(
                    COHORT,
                    new Applicant("Olena Beispiel", "THUERGUSVO", null, null, "BSP-7Q4M-2K", NOON),
                    id.value() + "@post.example");
            candidates.save(candidate);
            decide.admit(id, LegalBasis.A, "r", ANNA);
        }
    }

    private void change(Plan plan) {
        seen(plan).run();
    }

    /// A change of what is planned now, to be sent later.
    private Runnable seen(Plan plan) {
        var version = cohort().version();
        return () -> change.change(COHORT, version, plan);
    }

    private Cohort cohort() {
        return cohorts.get(COHORT);
    }

    /// The process, between two steps.
    private static class Died extends RuntimeException {}
}
