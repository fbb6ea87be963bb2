package thami.cohort.intake;

import java.time.Instant;
import org.springframework.stereotype.Service;

/// Brings candidates up to what was decided on them elsewhere.
@Service
public class FollowIntake {

    private final Candidates candidates;

    FollowIntake(Candidates candidates) {
        this.candidates = candidates;
    }

    /// @param sequence of the intake's event
    public void decided(CandidateId id, Standing standing, long sequence) {
        var candidate = candidates.findOrExpect(id);
        if (candidate.decided(standing, sequence)) candidates.save(candidate);
    }

    public void certified(CandidateId id, Instant at) {
        var candidate = candidates.findOrExpect(id);
        if (candidate.certify(at)) candidates.save(candidate);
    }
}
