package thami.notification;

import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/// Learns what a call is named today, when and where its cohort takes place, and whether it is called off.
@Service
public class UpdateCall {

    private final Calls calls;

    UpdateCall(Calls calls) {
        this.calls = calls;
    }

    /// @param sequence of the fact; the higher one is newer
    public void update(CallId id, Title title, boolean sample, TimeAndPlace when, long sequence) {
        keep(id, call -> call.update(title, sample, when, sequence));
    }

    void cancel(CallId id, Instant at) {
        keep(id, call -> call.cancel(at));
    }

    private void keep(CallId id, Predicate<Call> news) {
        var call = calls.findById(id).orElseGet(() -> Call.unheardOf(id));
        if (news.test(call)) calls.save(call);
    }
}
