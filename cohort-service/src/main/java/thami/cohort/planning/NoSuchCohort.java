package thami.cohort.planning;

/// There is no cohort with this id.
public final class NoSuchCohort extends RuntimeException {

    public NoSuchCohort(CohortId id) {
        super(id.value().toString());
    }
}
