package thami.notification;

import org.springframework.stereotype.Service;

/// Learns what a call is named today.
@Service
public class UpdateCall {

    private final Calls calls;

    UpdateCall(Calls calls) {
        this.calls = calls;
    }

    /// @param sequence of the fact; the higher one is newer
    public void update(CallId id, Title title, boolean sample, long sequence) {
        var known = calls.findById(id);
        if (known.isEmpty()) {
            calls.save(new Call(id, title, sample, sequence));
        } else if (known.get().update(title, sample, sequence)) {
            calls.save(known.get());
        }
    }
}
