package thami.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.notification.Occasion.CohortMoved;

/// Learns of a change of a call, and tells everybody whom it concerns when its time or place is another.
///
/// The call is stored after that: a repeat after a crash in between finds it as it was, and goes on. Whoever becomes
/// known once it is stored reads of the new time and place in the mail that confirms their application.
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
        var isMove = isMove(news);
        if (isMove) tell(news, at, fact);
        call.update(news);
        if (isMove) tell(news, at, fact); // who became known meanwhile may have read the old ones
    }

    private void tell(CallNews news, Instant at, NotificationId fact) {
        for (var each : hopeful.of(news.call())) notify.of(new CohortMoved(news.when(), at), fact.to(each.id()), each);
    }

    private boolean isMove(CallNews news) {
        return calls.findById(news.call())
                .filter(known -> known.isMovedBy(news))
                .isPresent();
    }
}
