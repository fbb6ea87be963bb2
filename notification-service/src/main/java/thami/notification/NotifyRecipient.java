package thami.notification;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Tells a person of a fact, once: a repeat finds its notification already there.
///
/// Needs the fact and the person, and whichever comes second sends. Each first stores its own and then looks
/// for the other, so at least one of two at the same moment sees both.
@Service
public class NotifyRecipient {

    private final Notifications notifications;
    private final Recipients recipients;
    private final Postbox postbox;
    private final Clock clock;

    NotifyRecipient(Notifications notifications, Recipients recipients, Postbox postbox, Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.postbox = postbox;
        this.clock = clock;
    }

    public void of(Occasion occasion, NotificationId id, RecipientId recipient) {
        var notification = Notification.about(id, recipient, occasion);
        recipients.findById(recipient).filter(Recipient::isKnown).ifPresent(known -> release(notification));
        var stored = notifications.addIfAbsent(notification);
        if (stored.state() == Notification.State.WAITING) {
            recipients.findById(recipient).filter(Recipient::isKnown).ifPresent(known -> store(release(stored)));
        } else {
            postbox.put(id);
        }
    }

    /// The person has become known: what waited for them may go.
    void releaseFor(Recipient recipient) {
        notifications.waitingFor(recipient.id()).forEach(waiting -> store(release(waiting)));
    }

    private void store(Notification released) {
        postbox.put(notifications.save(released).id());
    }

    private Notification release(Notification notification) {
        notification.release(clock.instant());
        return notification;
    }
}
