package thami.cohort.participation;

import org.springframework.stereotype.Service;
import thami.cohort.intake.Candidates;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

/// Enrols whoever was given a seat.
///
/// That needs two facts, the seat and the name. Each is stored before the other is looked for, so whichever comes
/// second finds the first, also when both come at once. So it is with the plan: the enrolment is stored before the plan
/// is looked at again, and a plan that changes after that finds it ([FollowPlan]).
@Service
public class EnrolParticipant {

    private final Participations participations;
    private final Candidates candidates;
    private final Cohorts cohorts;

    EnrolParticipant(Participations participations, Candidates candidates, Cohorts cohorts) {
        this.participations = participations;
        this.candidates = candidates;
        this.cohorts = cohorts;
    }

    /// @param sequence of the intake's event
    public void admitted(ParticipationId id, CohortId cohort, Admission admission, long sequence) {
        var participation = participations.findOrExpect(id);
        if (participation.admit(cohort, admission, sequence)) {
            enrolIfKnown(participation);
            participation = participations.save(participation);
        }
        complete(participation); // also on a repeat: the first may have ended after the save
    }

    /// The application has come in: perhaps its seat was given already.
    public void named(ParticipationId id) {
        participations.findById(id).ifPresent(this::complete);
    }

    private void complete(Participation participation) {
        if (participation.awaitsItsName() && enrolIfKnown(participation))
            participation = participations.save(participation);
        if (participation.isKnown() && followsPlan(participation)) participations.save(participation);
    }

    private boolean followsPlan(Participation participation) {
        var plan = cohorts.get(participation.cohort()).plan();
        return participation.follow(plan, participation.admission().decidedAt());
    }

    private boolean enrolIfKnown(Participation participation) {
        if (participation.isKnown()) return false;
        var candidate = candidates.findById(participation.id().candidate());
        if (candidate.isEmpty() || !candidate.get().isKnown()) return false;
        var cohort = cohorts.get(participation.cohort());
        return participation.enrol(
                Enrolment.in(cohort, candidate.get().applicant().name()));
    }
}
