package thami.registration;

import java.time.Instant;

/// One cannot apply to this call now.
public final class CallNotOpen extends RuntimeException {

    private final Call.Phase phase;
    private final Instant when;

    CallNotOpen(CallId call, Call.Phase phase, Instant when) {
        super(call + " is " + phase);
        this.phase = phase;
        this.when = when;
    }

    public Call.Phase phase() {
        return phase;
    }

    /// When it opens, or since when it is over.
    public Instant when() {
        return when;
    }
}
