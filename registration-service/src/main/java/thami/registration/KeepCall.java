package thami.registration;

import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/// Keeps what is shown of a call as new as what was heard of it.
@Service
public class KeepCall {

    private final Calls calls;

    KeepCall(Calls calls) {
        this.calls = calls;
    }

    /// @param sequence the place of this notice among all that was announced of the call
    public void announced(CallId id, CallNotice notice, long sequence) {
        keep(id, call -> call.announce(notice, sequence));
    }

    public void closed(CallId id, Instant at) {
        keep(id, call -> call.close(at));
    }

    public void cancelled(CallId id, Instant at) {
        keep(id, call -> call.cancel(at));
    }

    private void keep(CallId id, Predicate<Call> news) {
        var call = calls.findById(id).orElseGet(() -> Call.unheardOf(id));
        if (news.test(call)) calls.save(call);
    }
}
