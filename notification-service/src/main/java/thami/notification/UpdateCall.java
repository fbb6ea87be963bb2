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

    public void update(CallNews news) {
        keep(news.call(), call -> call.update(news));
    }

    void cancel(CallId id, Instant at) {
        keep(id, call -> call.cancel(at));
    }

    private void keep(CallId id, Predicate<Call> news) {
        var call = calls.findById(id).orElseGet(() -> Call.unheardOf(id));
        if (news.test(call)) calls.save(call);
    }
}
