package thami.cohort.intake;

import thami.cohort.planning.CohortId;

/// No intake has been opened for this cohort.
public final class NoSuchIntake extends RuntimeException {

    NoSuchIntake(CohortId id) {
        super(id.value().toString());
    }
}
