package thami.cohort.intake;

import java.time.Clock;
import org.springframework.stereotype.Service;
import thami.cohort.StaffMember;

/// Takes the last decision on a person back, with the reason, until the certificate is released.
@Service
public class UndoDecision {

    private final Intakes intakes;
    private final Candidates candidates;
    private final IntakeSeats seats;
    private final Clock clock;

    UndoDecision(Intakes intakes, Candidates candidates, IntakeSeats seats, Clock clock) {
        this.intakes = intakes;
        this.candidates = candidates;
        this.seats = seats;
        this.clock = clock;
    }

    /// @throws AlreadyCertified when it is too late
    public Intake undo(CandidateId id, String reason, StaffMember by) {
        var candidate = candidates.get(id);
        if (candidate.isCertified()) throw new AlreadyCertified(id);
        var intake = seats.ready(candidate.cohort());
        intake.undo(id, reason, by, clock.instant());
        return intakes.save(intake);
    }
}
