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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.intake.IntakeEvent.ApplicationAdmitted;
import thami.cohort.intake.IntakeEvent.SeatFreed;
import thami.cohort.planning.CancelCohort;
import thami.cohort.planning.ChangeCohort;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Planning;
import thami.cohort.planning.Title;

/// A plan is changed, or its cohort cancelled, while others decide, change it too, or the process dies: between any two
/// steps as many seats are given as the plan has, never more, and none once the cohort is cancelled.
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
            var saved = super.save(cohort);
            if (saved.isCancelled() && decidedBefore < 0) decidedBefore = decisions();
            return saved;
        }
    };
    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final IntakeSeats seats = new IntakeSeats(intakes, cohorts);
    private final DecideOnCandidate decide =
            new DecideOnCandidate(intakes, candidates, cohorts, seats, Clock.fixed(NOON, ZoneOffset.UTC));
    private final ChangeCohort change = Planning.change(cohorts, seats);
    private final CancelCohort cancel = Planning.cancel(cohorts, seats);

    /// How much was decided when the cohort was cancelled.
    private long decidedBefore = -1;

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

    enum Deciding {
        ADMITTING,
        ADMITTING_FROM_THE_LIST,
        WAITLISTING,
        DECLINING,
        DECLINING_FROM_THE_LIST
    }

    @ParameterizedTest
    @EnumSource
    void aCancellationWinsOverADecisionThatBeganBefore(Deciding deciding) {
        var decision = decisionToBe(deciding);
        beforeIntake.add(this::cancel);

        assertThatThrownBy(decision::run).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(decision::run).isInstanceOf(CohortIsCancelled.class);
        assertThat(decisions()).isEqualTo(decidedBefore);
    }

    @ParameterizedTest
    @EnumSource
    void aCancellationThatDiedHalfwayIsNone(Deciding deciding) {
        var decision = decisionToBe(deciding);
        beforeCohort.add(() -> {
            throw new Died();
        });
        assertThatThrownBy(this::cancel).isInstanceOf(Died.class);

        decision.run();
        assertThat(cohort().isCancelled()).isFalse();
        cancel();
    }

    @Test
    void aCancellationThatADecisionOvertakesIsJudgedAnew() {
        beforeCohort.add(() -> admit(1));

        assertThatThrownBy(this::cancel).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(cohort().isCancelled()).isFalse();
        cancel();

        assertThatThrownBy(() -> admit(1)).isInstanceOf(CohortIsCancelled.class);
        assertThat(intakes.get(COHORT).given()).isEqualTo(1);
    }

    @Test
    void aCancellationIsNotRefusedBecauseSomebodyDecides() {
        beforeIntake.add(() -> admit(1));

        cancel();

        assertThat(cohort().isCancelled()).isTrue();
        assertThat(decisions()).isEqualTo(decidedBefore).isEqualTo(1);
    }

    @Test
    void aCancellationAskedForTwiceIsOne() {
        cancel();
        var version = cohort().version();

        cancel();

        assertThat(cohort().version()).isEqualTo(version);
    }

    private Runnable decisionToBe(Deciding deciding) {
        var id = applied();
        return switch (deciding) {
            case ADMITTING -> () -> decide.admit(id, new Seen.Whichever(), LegalBasis.A, "r", ANNA);
            case WAITLISTING -> () -> decide.waitlist(id, new Seen.Whichever(), "r", ANNA);
            case DECLINING -> () -> decide.decline(id, new Seen.Whichever(), "r", ANNA);
            case ADMITTING_FROM_THE_LIST -> {
                decide.waitlist(id, new Seen.Whichever(), "voll", ANNA);
                yield () -> decide.admit(id, new Seen.Whichever(), LegalBasis.A, "r", ANNA);
            }
            case DECLINING_FROM_THE_LIST -> {
                decide.waitlist(id, new Seen.Whichever(), "voll", ANNA);
                yield () -> decide.decline(id, new Seen.Whichever(), "r", ANNA);
            }
        };
    }

    /// Whatever happens between any two steps of any number of decisions and a cancellation.
    @RepeatedTest(100)
    void nothingIsDecidedOnceTheCohortIsCancelled(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        while (!cohort().isCancelled()) {
            for (var other = random.nextInt(3); other > 0; other--) {
                beforeIntake.add(() -> attemptToCancel(random));
                beforeCohort.add(() -> attemptToCancel(random));
            }
            attemptToCancel(random);
            beforeIntake.clear();
            beforeCohort.clear();
        }
        assertThatThrownBy(() -> admit(1)).isInstanceOf(CohortIsCancelled.class);
        assertThat(decisions()).isEqualTo(decidedBefore);
    }

    private void attemptToCancel(Random random) {
        if (random.nextInt(12) > 0) attempt(random);
        else {
            try {
                cancel();
            } catch (OptimisticLockingFailureException | Died refused) {
                // what is refused must leave no trace
            }
        }
    }

    private void cancel() {
        cancel.cancel(COHORT, "zu wenige");
    }

    private long decisions() {
        return intakes.announced().stream()
                .filter(event -> !(event instanceof SeatFreed))
                .count();
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
        } catch (NoSeatLeft
                | FewerSeatsThanGiven
                | CohortIsCancelled
                | OptimisticLockingFailureException
                | Died refused) {
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
        for (var person = 0; person < people; person++)
            decide.admit(applied(), new Seen.Whichever(), LegalBasis.A, "r", ANNA);
    }

    private CandidateId applied() {
        var id = new CandidateId(UUID.randomUUID());
        var candidate = Candidate.expected(id);
        candidate.apply(
                COHORT,
                new Applicant("Olena Beispiel", "THUERGUSVO", null, null, "BSP-7Q4M-2K", NOON),
                id.value() + "@post.example");
        candidates.save(candidate);
        return id;
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
