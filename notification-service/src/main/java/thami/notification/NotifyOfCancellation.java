package thami.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.notification.Occasion.CohortCancelled;

/// Tells everybody whom it concerns that the cohort is called off.
///
/// The call is stored first: whoever becomes known after that reads it in the mail that confirms their application.
@Service
public class NotifyOfCancellation {

    private final UpdateCall call;
    private final Hopeful hopeful;
    private final NotifyRecipient notify;

    NotifyOfCancellation(UpdateCall call, Hopeful hopeful, NotifyRecipient notify) {
        this.call = call;
        this.hopeful = hopeful;
        this.notify = notify;
    }

    /// @param fact what each one's notification is derived from
    public void of(CallId cancelled, Instant at, NotificationId fact) {
        call.cancel(cancelled, at);
        for (var each : hopeful.of(cancelled)) notify.of(new CohortCancelled(at), fact.to(each.id()), each);
    }
}
