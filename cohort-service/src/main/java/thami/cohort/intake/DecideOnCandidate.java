package thami.cohort.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import thami.cohort.StaffMember;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.Cohorts;

/// Decides on a person's application, each decision with its reason. The intake judges; a form sent twice decides once,
/// and one that shows less than was decided by then decides nothing.
@Service
public class DecideOnCandidate {

    private final Intakes intakes;
    private final Candidates candidates;
    private final Cohorts cohorts;
    private final IntakeSeats seats;
    private final Clock clock;

    DecideOnCandidate(Intakes intakes, Candidates candidates, Cohorts cohorts, IntakeSeats seats, Clock clock) {
        this.intakes = intakes;
        this.candidates = candidates;
        this.cohorts = cohorts;
        this.seats = seats;
        this.clock = clock;
    }

    /// @throws NoSeatLeft when every seat is given
    /// @throws DecidedMeanwhile when there is a decision that was not seen
    /// @throws AlreadyCertified when it is too late
    public Intake admit(CandidateId id, Seen seen, LegalBasis basis, String reason, StaffMember by) {
        return decide(id, (intake, now) -> intake.admit(id, seen, basis, reason, by, now));
    }

    public Intake waitlist(CandidateId id, Seen seen, String reason, StaffMember by) {
        return decide(id, (intake, now) -> intake.waitlist(id, seen, reason, by, now));
    }

    public Intake decline(CandidateId id, Seen seen, String reason, StaffMember by) {
        return decide(id, (intake, now) -> intake.decline(id, seen, reason, by, now));
    }

    private Intake decide(CandidateId id, BiConsumer<Intake, Instant> decision) {
        var candidate = candidates.get(id);
        if (candidate.isCertified()) throw new AlreadyCertified(id);
        var intake = seats.ready(candidate.cohort());
        refuseIfCancelled(candidate.cohort());
        decision.accept(intake, clock.instant());
        return intakes.save(intake);
    }

    /// Asked once the intake is read: whoever cancels later writes it first, and then the decision is not saved.
    private void refuseIfCancelled(CohortId cohort) {
        if (cohorts.get(cohort).isCancelled()) throw new CohortIsCancelled(cohort);
    }
}
