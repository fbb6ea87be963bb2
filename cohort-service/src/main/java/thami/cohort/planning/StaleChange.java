package thami.cohort.planning;

/// The cohort was changed since the caller read it.
public final class StaleChange extends RuntimeException {

    StaleChange(CohortId id) {
        super(id.value().toString());
    }
}
