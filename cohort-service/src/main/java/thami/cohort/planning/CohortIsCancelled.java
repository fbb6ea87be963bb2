package thami.cohort.planning;

/// A cancelled cohort is neither changed nor filled.
public final class CohortIsCancelled extends RuntimeException {

    public CohortIsCancelled(CohortId id) {
        super(id.value().toString());
    }
}
