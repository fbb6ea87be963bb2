package thami.cohort.intake;

import java.time.Clock;
import org.springframework.stereotype.Service;
import thami.cohort.StaffMember;

/// Decides anew on which basis the certificate of an admitted person will rest, until it is released.
///
/// The person keeps the seat, so none is needed; nor need the cohort still take place: what was completed is certified.
@Service
public class ChangeLegalBasis {

    private final Intakes intakes;
    private final Candidates candidates;
    private final IntakeSeats seats;
    private final Clock clock;

    ChangeLegalBasis(Intakes intakes, Candidates candidates, IntakeSeats seats, Clock clock) {
        this.intakes = intakes;
        this.candidates = candidates;
        this.seats = seats;
        this.clock = clock;
    }

    /// @param reason with the evidence
    /// @throws DecidedMeanwhile when there is a decision that was not seen
    /// @throws LegalBasisStands when it is this one already
    /// @throws AlreadyCertified when it is too late
    public Intake change(CandidateId id, Seen seen, LegalBasis basis, String reason, StaffMember by) {
        var candidate = candidates.get(id);
        if (candidate.isCertified()) throw new AlreadyCertified(id);
        var intake = seats.ready(candidate.cohort());
        intake.changeLegalBasis(id, seen, basis, reason, by, clock.instant());
        return intakes.save(intake);
    }
}
