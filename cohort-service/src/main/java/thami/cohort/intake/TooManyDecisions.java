package thami.cohort.intake;

import thami.cohort.planning.CohortId;

/// The intake holds as many decisions as it may.
public final class TooManyDecisions extends RuntimeException {

    TooManyDecisions(CohortId id) {
        super(id.value().toString());
    }
}
