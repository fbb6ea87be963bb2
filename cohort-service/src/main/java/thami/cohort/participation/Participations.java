package thami.cohort.participation;

import java.util.List;
import java.util.Optional;
import thami.cohort.planning.CohortId;

public interface Participations {

    Optional<Participation> findById(ParticipationId id);

    /// Fails with `OptimisticLockingFailureException` when it was changed since it was read.
    Participation save(Participation participation);

    /// By name, those after the given place only. Without those whose name is not known yet.
    ///
    /// @param after exclusive; empty: from the first
    List<Participation> page(CohortId cohort, String after, int limit);

    /// Only those who are known by name: of the others nothing can be said.
    default Participation get(ParticipationId id) {
        return findById(id).filter(Participation::isKnown).orElseThrow(() -> new NoSuchParticipation(id));
    }

    default Participation findOrExpect(ParticipationId id) {
        return findById(id).orElseGet(() -> Participation.expected(id));
    }
}
