package thami.cohort.intake;

import org.springframework.stereotype.Service;
import thami.cohort.planning.CohortId;

/// Puts whoever applied into the queue of the call.
@Service
public class QueueCandidate {

    private final Candidates candidates;

    QueueCandidate(Candidates candidates) {
        this.candidates = candidates;
    }

    public void queue(CandidateId id, CohortId cohort, Applicant applicant, String email) {
        var candidate = candidates.findOrExpect(id);
        if (candidate.apply(cohort, applicant, email)) candidates.save(candidate);
    }
}
