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

    /// @param fact what each one's notification is derived from
    public void of(CallNews news, Instant at, NotificationId fact) {
        if (isMove(news))
            for (var each : hopeful.of(news.call()))
                notify.of(new CohortMoved(news.when(), at), fact.to(each.id()), each);
        call.update(news);
    }

    private boolean isMove(CallNews news) {
        return calls.findById(news.call())
                .filter(known -> known.isMovedBy(news))
                .isPresent();
    }
}
