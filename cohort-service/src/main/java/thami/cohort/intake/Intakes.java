package thami.cohort.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;

public interface Intakes {

    Optional<Intake> findById(CohortId id);

    List<Intake> findAllById(Collection<CohortId> ids);

    /// Fails with `OptimisticLockingFailureException` when another decision came first.
    Intake save(Intake intake);

    /// The stored one: this one, or the one that was first under its id.
    Intake addIfAbsent(Intake intake);

    /// To look at, as the cohort's plan is now.
    default Intake get(Cohort cohort) {
        return get(cohort.id()).following(cohort);
    }

    default Intake get(CohortId id) {
        return findById(id).orElseThrow(() -> new NoSuchIntake(id));
    }
}
