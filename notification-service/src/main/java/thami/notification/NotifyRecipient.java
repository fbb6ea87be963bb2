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
        add(isKnown(recipient) ? release(notification) : notification);
    }

    /// For whoever has just met the person.
    public void of(Occasion occasion, NotificationId id, Recipient met) {
        var notification = Notification.about(id, met.id(), occasion);
        add(met.isKnown() ? release(notification) : notification);
    }

    private void add(Notification notification) {
        var stored = notifications.addIfAbsent(notification);
        if (stored.state() != Notification.State.WAITING) post(stored);
        else if (isKnown(stored.recipient())) store(release(stored));
    }

    private boolean isKnown(RecipientId recipient) {
        return recipients.findById(recipient).filter(Recipient::isKnown).isPresent();
    }

    /// The person has become known: what waited for them may go.
    void releaseFor(Recipient recipient) {
        notifications.waitingFor(recipient.id()).forEach(waiting -> store(release(waiting)));
    }

    private void store(Notification released) {
        post(notifications.save(released));
    }

    /// Not what was sent long ago, or waits for its next attempt: a fact may be heard again at any time.
    private void post(Notification stored) {
        if (stored.isDue(clock.instant())) postbox.put(stored);
    }

    private Notification release(Notification notification) {
        notification.release(clock.instant());
        return notification;
    }
}
