package thami.cohort.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thami.cohort.planning.CohortId;

public interface Candidates {

    Optional<Candidate> findById(CandidateId id);

    List<Candidate> findAllById(Collection<CandidateId> ids);

    Candidate save(Candidate candidate);

    /// In the order of their applications, those after the given place only.
    ///
    /// @param standing absent: whatever it is
    /// @param after exclusive; empty: from the first
    List<Candidate> page(CohortId cohort, @Nullable Standing standing, String after, int limit);

    /// Whoever of the same call may be the same person as one of these, other than that one itself.
    ///
    /// @param candidates all of one cohort
    List<Candidate> like(Collection<Candidate> candidates, int limit);

    /// How many there are, counted no further than `atMost`.
    int count(CohortId cohort, Standing standing, int atMost);

    /// Only those whose application has come in: of the others nothing can be said.
    default Candidate get(CandidateId id) {
        return findById(id).filter(Candidate::isKnown).orElseThrow(() -> new NoSuchCandidate(id));
    }

    default Candidate findOrExpect(CandidateId id) {
        return findById(id).orElseGet(() -> Candidate.expected(id));
    }
}
