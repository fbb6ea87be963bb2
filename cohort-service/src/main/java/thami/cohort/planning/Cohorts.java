package thami.cohort.planning;

import java.util.List;
import java.util.Optional;

public interface Cohorts {

    Optional<Cohort> findById(CohortId id);

    /// Fails with `OptimisticLockingFailureException` when it was changed since it was read.
    Cohort save(Cohort cohort);

    /// The stored one: this one, or the one that was first under its id.
    Cohort addIfAbsent(Cohort cohort);

    /// By first day, latest first, from below `before` (exclusive; absent: from the top).
    List<Cohort> page(String before, int limit);

    /// Above every cohort's place in the list.
    String FROM_THE_TOP = "~";

    default Cohort get(CohortId id) {
        return findById(id).orElseThrow(() -> new NoSuchCohort(id));
    }
}
