package thami.cohort.intake;

import thami.cohort.planning.CohortId;

/// Every seat of the cohort is given.
public final class NoSeatLeft extends RuntimeException {

    NoSeatLeft(CohortId id) {
        super(id.value().toString());
    }
}
