package thami.cohort.participation;

import thami.cohort.planning.CohortId;
import thami.cohort.planning.ModuleId;

/// The cohort's curriculum has no such module.
public final class NoSuchModule extends RuntimeException {

    public NoSuchModule(CohortId cohort, ModuleId module) {
        super(cohort.value() + ": " + module.value());
    }
}
