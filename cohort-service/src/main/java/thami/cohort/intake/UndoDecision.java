package thami.cohort.intake;

import java.time.Clock;
import org.springframework.stereotype.Service;
import thami.cohort.StaffMember;
import thami.cohort.planning.Cohorts;

/// Takes the last decision on a person back, with the reason, until the certificate is released.
@Service
public class UndoDecision {

    private final Intakes intakes;
    private final Candidates candidates;
    private final Cohorts cohorts;
    private final IntakeSeats seats;
    private final Clock clock;

    UndoDecision(Intakes intakes, Candidates candidates, Cohorts cohorts, IntakeSeats seats, Clock clock) {
        this.intakes = intakes;
        this.candidates = candidates;
        this.cohorts = cohorts;
        this.seats = seats;
        this.clock = clock;
    }

    /// @throws DecidedMeanwhile when there is a decision that was not seen
    /// @throws AlreadyCertified when it is too late
    /// @throws AdmissionStands when it is an admission to a cancelled cohort
    public Intake undo(CandidateId id, Seen seen, String reason, StaffMember by) {
        var candidate = candidates.get(id);
        if (candidate.isCertified()) throw new AlreadyCertified(id);
        var intake = seats.ready(candidate.cohort());
        if (intake.standing(id) == Standing.ADMITTED
                && cohorts.get(candidate.cohort()).isCancelled()) throw new AdmissionStands(id);
        intake.undo(id, seen, reason, by, clock.instant());
        return intakes.save(intake);
    }
}
