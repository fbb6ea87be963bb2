package thami.cohort.planning;

/// Staff ended the call, for good: no other window opens it again.
public final class CallIsClosed extends RuntimeException {

    CallIsClosed(CohortId id) {
        super(id.value().toString());
    }
}
