package thami.cohort.planning;

/// Only a published call can be closed.
public final class NotPublished extends RuntimeException {

    NotPublished(CohortId id) {
        super(id.value().toString());
    }
}
