package thami.notification;

import java.util.List;
import org.springframework.stereotype.Service;
import thami.notification.Notifications.Selection;
import thami.notification.Occasion.Hope;

/// Everybody who still hopes for a place of a call, or has one: whom it concerns what becomes of its cohort.
///
/// Who that is, is decided by what was heard until then.
@Service
class Hopeful {

    private static final int MOST = 100; // facts about one person that say nothing of their hope

    private final Recipients recipients;
    private final Notifications notifications;

    Hopeful(Recipients recipients, Notifications notifications) {
        this.recipients = recipients;
        this.notifications = notifications;
    }

    List<Recipient> of(CallId call) {
        return recipients.findByCall(call).stream().filter(this::isHoping).toList();
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
