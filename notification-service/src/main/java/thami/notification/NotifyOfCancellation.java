package thami.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;
import thami.notification.Notifications.Selection;
import thami.notification.Occasion.CohortCancelled;
import thami.notification.Occasion.Hope;

/// Tells everybody who still hopes for a place, or has one, that the cohort is called off.
///
/// Who that is, is decided by what was heard until then. The call is stored first: whoever becomes known after that
/// reads
/// it in the mail that confirms their application.
@Service
public class NotifyOfCancellation {

    private static final int MOST = 100; // facts about one person that say nothing of their hope

    private final UpdateCall call;
    private final Recipients recipients;
    private final Notifications notifications;
    private final NotifyRecipient notify;

    NotifyOfCancellation(UpdateCall call, Recipients recipients, Notifications notifications, NotifyRecipient notify) {
        this.call = call;
        this.recipients = recipients;
        this.notifications = notifications;
        this.notify = notify;
    }

    /// @param fact what each one's notification is derived from
    public void of(CallId cancelled, Instant at, NotificationId fact) {
        call.cancel(cancelled, at);
        recipients.findByCall(cancelled).stream()
                .filter(this::isHoping)
                .forEach(each -> notify.of(new CohortCancelled(at), fact.to(each.id()), each));
    }

    private boolean isHoping(Recipient recipient) {
        return notifications.newest(new Selection(recipient.id(), null, null), MOST).stream()
                .map(told -> told.occasion().hope())
                .filter(hope -> hope != Hope.AS_BEFORE)
                .findFirst()
                .map(hope -> hope == Hope.OPEN)
                .orElse(true); // known, and their application not yet confirmed
    }
}
