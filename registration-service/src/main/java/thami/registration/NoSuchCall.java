package thami.registration;

/// There is no such call, or it has not been announced yet.
public final class NoSuchCall extends RuntimeException {

    NoSuchCall(CallId call) {
        super(call.toString());
    }
}
