package thami.notification;

import static thami.notification.Notification.State.PENDING;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail without a final answer, reduced to what a later one to the same person has to know of it.
///
/// It is never read as a whole: one that cannot be read would hold up the later ones for ever.
///
/// @param nextAttemptAt as of the [Notification]
public record Unanswered(
        RecipientId recipient,
        Instant happenedAt,
        Notification.State state,
        @Nullable Instant nextAttemptAt) {

    boolean isEarlierThan(Notification later) {
        return recipient.equals(later.recipient()) && happenedAt.isBefore(later.happenedAt());
    }

    /// Rather than waiting for its next attempt.
    boolean isOnItsWay(Instant now) {
        return state != PENDING || nextAttemptAt == null || !nextAttemptAt.isAfter(now);
    }
}
