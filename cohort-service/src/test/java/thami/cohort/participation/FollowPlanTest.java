package thami.cohort.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.admission;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.withPeriod;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.InMemoryCandidates;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.StoredIntake;
import thami.cohort.participation.ParticipationEvent.ParticipantEnrolled;
import thami.cohort.participation.ParticipationEvent.ParticipationEnded.Because;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Planning;

/// A cohort is moved while people are enrolled, again before the first is heard, or the process dies: in the end each
/// participation is announced for the days that are planned.
class FollowPlanTest {

    private static final Plan MOVED = moved("2026-05-04", "2026-12-18");
    private static final Plan MOVED_AGAIN = moved("2026-08-03", "2027-02-26");

    /// What somebody else does just after the next look at the plan.
    private final Queue<Runnable> afterCohort = new ArrayDeque<>();

    private final Queue<Runnable> beforeSave = new ArrayDeque<>();

    private final InMemoryCohorts cohorts = new InMemoryCohorts() {
        @Override
        public Optional<Cohort> findById(CohortId id) {
            var found = super.findById(id);
            if (!afterCohort.isEmpty()) afterCohort.remove().run();
            return found;
        }
    };
    private final InMemoryParticipations participations = new InMemoryParticipations() {
        @Override
        public Participation save(Participation participation) {
            if (!beforeSave.isEmpty()) beforeSave.remove().run();
            return super.save(participation);
        }
    };
    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final EnrolParticipant enrol = new EnrolParticipant(participations, candidates, cohorts);
    private final FollowPlan follow = new FollowPlan(participations, cohorts);

    @BeforeEach
    void publish() {
        Planning.publish(cohorts, plan(300));
    }

    @Test
    void everybodyIsAnnouncedForTheNewDaysOnceHoweverOftenItIsTold() {
        LongStream.range(0, 250).forEach(this::enrol);
        Planning.change(cohorts, MOVED);

        follow();
        follow();

        assertThat(participations.announced()).hasSize(500);
        LongStream.range(0, 250).forEach(number -> assertThat(planned(number)).isEqualTo(MOVED.period()));
    }

    @Test
    void whoeverIsEnrolledByThePlanOfAMomentAgoFollowsItToo() {
        afterCohort.add(() -> {
            Planning.change(cohorts, MOVED);
            follow(); // finds nobody yet
        });

        enrol(1);

        assertThat(planned(1)).isEqualTo(MOVED.period());
        assertThat(lastAnnounced().enrolment().period()).isEqualTo(MOVED.period());
    }

    @Test
    void whatACrashLeftAfterTheEnrolmentIsDoneWhenTheAdmissionIsToldAgain() {
        afterCohort.add(() -> {
            Planning.change(cohorts, MOVED);
            follow();
            afterCohort.add(() -> {
                throw new IllegalStateException("killed");
            });
        });
        assertThatThrownBy(() -> enrol(1)).hasMessage("killed");

        enrol(1);

        assertThat(planned(1)).isEqualTo(MOVED.period());
    }

    @Test
    void nobodyGoesBackToAnOlderPlan() {
        enrol(1);
        Planning.change(cohorts, MOVED);
        beforeSave.add(() -> {
            Planning.change(cohorts, MOVED_AGAIN);
            follow();
        });

        assertThatThrownBy(this::follow).isInstanceOf(OptimisticLockingFailureException.class);
        follow();

        assertThat(planned(1)).isEqualTo(MOVED_AGAIN.period());
        assertThat(lastAnnounced().enrolment().period()).isEqualTo(MOVED_AGAIN.period());
    }

    @Test
    void whoeverLostTheSeatIsAnnouncedForTheNewDaysWhenItIsGivenAgain() {
        enrol(1);
        new EndParticipation(participations).seatFreed(id(1), Because.UNDONE, NOON, 2);
        Planning.change(cohorts, MOVED);
        follow();
        assertThat(participations.announced()).hasSize(2);

        enrol.admitted(id(1), COHORT, admission(LegalBasis.B, NOON), 3);

        assertThat(lastAnnounced().enrolment().period()).isEqualTo(MOVED.period());
    }

    private void enrol(long number) {
        var person = id(number).value();
        if (candidates.findById(new CandidateId(person)).isEmpty()) candidates.save(StoredIntake.candidate(person));
        enrol.admitted(id(number), COHORT, admission(LegalBasis.A, NOON), 1);
    }

    private void follow() {
        follow.follow(COHORT, NOON);
    }

    private Period planned(long number) {
        return participations.get(id(number)).enrolment().period();
    }

    private ParticipantEnrolled lastAnnounced() {
        return (ParticipantEnrolled) participations.announced().getLast();
    }

    private static ParticipationId id(long number) {
        return new ParticipationId(new UUID(0, number));
    }

    private static Plan moved(String startsOn, String endsOn) {
        return withPeriod(plan(300), new Period(LocalDate.parse(startsOn), LocalDate.parse(endsOn)));
    }
}
