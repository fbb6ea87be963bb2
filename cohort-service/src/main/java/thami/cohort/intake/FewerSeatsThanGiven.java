package thami.cohort.intake;

import thami.cohort.planning.CohortId;

/// A cohort cannot have fewer seats than are given already.
public final class FewerSeatsThanGiven extends RuntimeException {

    private final int given;

    FewerSeatsThanGiven(CohortId id, int given) {
        super(id.value() + ": " + given + " given");
        this.given = given;
    }

    public int given() {
        return given;
    }
}
