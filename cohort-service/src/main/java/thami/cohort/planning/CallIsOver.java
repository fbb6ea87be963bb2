package thami.cohort.planning;

/// The window of the call was over before anybody learned of it.
public final class CallIsOver extends RuntimeException {

    CallIsOver(CohortId id) {
        super(id.value().toString());
    }
}
