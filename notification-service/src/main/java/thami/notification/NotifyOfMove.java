package thami.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.notification.Occasion.CohortMoved;

/// Learns of a change of a call, and tells everybody whom it concerns when its time or place is another.
///
/// The call is stored last: a repeat after a crash in between finds it as it was, and goes on.
@Service
public class NotifyOfMove {

    private final Calls calls;
    private final UpdateCall call;
    private final Hopeful hopeful;
    private final NotifyRecipient notify;

    NotifyOfMove(Calls calls, UpdateCall call, Hopeful hopeful, NotifyRecipient notify) {
        this.calls = calls;
        this.call = call;
        this.hopeful = hopeful;
        this.notify = notify;
    }

    /// @param sequence of the fact; the higher one is newer
    /// @param fact what each one's notification is derived from
    public void of(
            CallId changed,
            Title title,
            boolean sample,
            TimeAndPlace when,
            long sequence,
            Instant at,
            NotificationId fact) {
        if (isMove(changed, when, sequence))
            for (var each : hopeful.of(changed)) notify.of(new CohortMoved(when, at), fact.to(each.id()), each);
        call.update(changed, title, sample, when, sequence);
    }

    private boolean isMove(CallId changed, TimeAndPlace when, long sequence) {
        return calls.findById(changed)
                .filter(known -> known.isMovedBy(when, sequence))
                .isPresent();
    }
}
