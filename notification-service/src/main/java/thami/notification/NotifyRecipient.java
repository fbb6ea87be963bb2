package thami.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;

/// Tells a person of a fact, once: a repeat finds its notification already there.
///
/// Needs the fact and the person, and whichever comes second sends. Each first stores its own and then looks
/// for the other, so at least one of two at the same moment sees both.
@Service
public class NotifyRecipient {

    /// How long a mail waits for a call that we have not heard of yet, so that it can name it. Then it goes
    /// without.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Notifications notifications;
    private final Recipients recipients;
    private final Calls calls;
    private final Postbox postbox;
    private final Clock clock;

    NotifyRecipient(Notifications notifications, Recipients recipients, Calls calls, Postbox postbox, Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.calls = calls;
        this.postbox = postbox;
        this.clock = clock;
    }

    public void of(Occasion occasion, NotificationId id, RecipientId recipient) {
        var notification = Notification.about(id, recipient, occasion);
        recipients.findById(recipient).filter(Recipient::isKnown).ifPresent(known -> release(notification, known));
        var stored = notifications.addIfAbsent(notification);
        if (stored.state() == Notification.State.WAITING) {
            recipients.findById(recipient).filter(Recipient::isKnown).ifPresent(known -> store(release(stored, known)));
        } else {
            postbox.put(id);
        }
    }

    /// The person has become known: what waited for them may go.
    void releaseFor(Recipient recipient) {
        notifications.waitingFor(recipient.id()).forEach(waiting -> store(release(waiting, recipient)));
    }

    private void store(Notification released) {
        postbox.put(notifications.save(released).id());
    }

    private Notification release(Notification notification, Recipient recipient) {
        var canNameTheCall = recipient.call().flatMap(calls::findById).isPresent();
        notification.release(clock.instant(), canNameTheCall ? Duration.ZERO : PATIENCE);
        return notification;
    }
}
