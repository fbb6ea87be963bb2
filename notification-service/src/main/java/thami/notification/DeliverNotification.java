package thami.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import thami.notification.Occasion.StatusLinkRenewed;

/// Hands a due notification to the mail server.
///
/// The claim is one write that only one of many can win. A mail is repeated, under the same Message-ID, if nobody could
/// note the mail server's yes: after a crash before its marker or with a store that is away for longer, when the lease
/// ends; after an unclear end, later each time, until there were too many.
@Service
public class DeliverNotification {

    /// Longer than any attempt can take, with the wait for its turn.
    public static final Duration LEASE = Duration.ofMinutes(1);

    /// How long a mail waits for a call that we have not heard of yet, so that it can name it. Then it goes without.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How long a mail waits for an earlier one to the same person that has no final answer, while mails can be sent.
    private static final Duration PATIENCE_WITH_EARLIER = Duration.ofHours(1);

    /// A single mail that the server never answers looks like an outage: it must not hold up the later ones for ever.
    private static final Duration PATIENCE_WITH_OUTAGES = Duration.ofDays(7);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeliverNotification.class);

    private final Notifications notifications;
    private final Recipients recipients;
    private final Calls calls;
    private final Letters letters;
    private final Mailer mailer;
    private final Clock clock;
    private volatile Instant lastHeldUp; // when last no mail at all could be sent: before the start, nobody knows

    DeliverNotification(
            Notifications notifications,
            Recipients recipients,
            Calls calls,
            Letters letters,
            Mailer mailer,
            Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.calls = calls;
        this.letters = letters;
        this.mailer = mailer;
        this.clock = clock;
        this.lastHeldUp = clock.instant();
    }

    /// A notification that is ours until the lease ends, and the mail to be sent for it.
    public record Claim(Notification notification, int attempt, Mail mail) {}

    /// Asks the store for what these mails need.
    public Round prepare(Collection<Due> due) {
        return Round.of(due, notifications, recipients, calls, clock.instant());
    }

    /// Whether the store would by now give other answers: a link may have been renewed.
    public boolean isOver(Round round) {
        return clock.instant().isAfter(round.asked().plus(MOMENT));
    }

    /// Takes the notification over if it is due and nobody else was faster.
    ///
    /// It may have changed since it was handed over or read: then its version has grown and the claim is lost; the
    /// newer state decides whether it is found due again.
    public Optional<Claim> claim(Due due, Round round) {
        try {
            return round.notification(due).flatMap(each -> claim(each, round));
        } catch (OptimisticLockingFailureException _) {
            return Optional.empty(); // another worker has it
        }
    }

    private Optional<Claim> claim(Notification notification, Round round) {
        var recipient = round.recipient(notification).orElse(null);
        var now = clock.instant();
        if (recipient == null || !notification.isDue(now)) return Optional.empty();
        var call = round.call(recipient).orElse(null);
        if (call == null && notification.putOff(now, MOMENT, PATIENCE)) {
            notifications.save(notification);
            return Optional.empty();
        }
        if (isBehind(notification, round, now)) return Optional.empty();
        notification.claim(now, LEASE);
        return write(notification, recipient, call)
                .map(letter -> addressed(notifications.save(notification), recipient, letter));
    }

    private boolean isBehind(Notification notification, Round round, Instant now) {
        if (notification.occasion() instanceof StatusLinkRenewed) return false; // a new link is never held up
        var latest = endOfPatience(notification);
        if (!round.hasEarlierThan(notification) || !now.isBefore(latest)) return false;
        var earlier = earlierThan(notification);
        earlier.ifPresent(it -> waitFor(it, notification, now, latest));
        return earlier.isPresent();
    }

    /// What holds up all mails is no reason to go ahead of an earlier one: after it, that one has its hour anew.
    private Instant endOfPatience(Notification notification) {
        var heldUp = lastHeldUp;
        var pending = notification.pendingSince().orElse(heldUp);
        var end = (heldUp.isAfter(pending) ? heldUp : pending).plus(PATIENCE_WITH_EARLIER);
        var latest = pending.plus(PATIENCE_WITH_OUTAGES);
        return end.isBefore(latest) ? end : latest;
    }

    /// While the earlier one is on its way this one stays due, which costs no write: mostly it is a matter of moments.
    private void waitFor(Unanswered earlier, Notification notification, Instant now, Instant latest) {
        if (notification.putOffBehind(earlier, now, MOMENT, latest)) notifications.save(notification);
    }

    private Optional<Unanswered> earlierThan(Notification notification) {
        return notifications.unanswered(List.of(notification.recipient())).stream()
                .filter(each -> each.isEarlierThan(notification))
                .findFirst();
    }

    private Optional<Letter> write(Notification notification, Recipient recipient, @Nullable Call call) {
        try {
            return Optional.of(notification.letter(() -> letters.write(notification.occasion(), recipient, call)));
        } catch (RuntimeException | Error broken) {
            log.error("No words for notification {}: {}", notification.id().value(), broken.getClass());
            notification.record(
                    notification.attempts(),
                    new Delivery.Postponed("The letter could not be written"),
                    clock.instant());
            notifications.save(notification);
            return Optional.empty();
        }
    }

    private Claim addressed(Notification claimed, Recipient recipient, Letter letter) {
        var secret = letters.secret(claimed.occasion(), recipient);
        var to = recipient.person().orElseThrow();
        return new Claim(
                claimed,
                claimed.attempts(),
                new Mail(claimed.id(), claimed.sending(), to, letter.unsealed(secret), clock.instant()));
    }

    public Delivery send(Claim claim) {
        var delivery = mailer.send(claim.mail());
        if (delivery.holdsUpAll()) lastHeldUp = clock.instant();
        return delivery;
    }

    /// Notes what became of it, whoever has taken over since. Mostly nobody has: the claimed one is still the stored
    /// one.
    public void record(Claim claim, Delivery delivery) {
        try {
            record(claim.notification(), claim, delivery);
        } catch (OptimisticLockingFailureException changed) {
            record(notifications.findById(claim.notification().id()).orElseThrow(), claim, delivery);
        }
    }

    private void record(Notification notification, Claim claim, Delivery delivery) {
        if (notification.sending() != claim.mail().sending()) return; // ordered again meanwhile
        notification.record(claim.attempt(), delivery, clock.instant());
        notifications.save(notification);
        log.info(
                "Notification {} ({}) is {} after attempt {}",
                notification.id().value(),
                notification.occasion().name(),
                notification.state(),
                notification.attempts());
    }
}
