package thami.cohort.intake;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.cohort.planning.CohortId;

/// Takes note that somebody withdrew: the intake first, because it alone gives and frees seats.
@Service
public class NoteWithdrawal {

    private final Intakes intakes;
    private final Candidates candidates;

    NoteWithdrawal(Intakes intakes, Candidates candidates) {
        this.intakes = intakes;
        this.candidates = candidates;
    }

    public void note(CandidateId id, CohortId cohort, Instant at) {
        var intake = intakes.get(cohort);
        if (intake.noteWithdrawal(id, at)) intakes.save(intake);
        var candidate = candidates.findOrExpect(id);
        if (candidate.withdraw(at)) candidates.save(candidate);
    }
}
