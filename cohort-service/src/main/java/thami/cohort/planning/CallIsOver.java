package thami.cohort.planning;

/// The call has ended, or its window has.
public final class CallIsOver extends RuntimeException {

    CallIsOver(CohortId id) {
        super(id.value().toString());
    }
}
