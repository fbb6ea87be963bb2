package thami.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every notification there ever was.
public interface Notifications {

    Optional<Notification> findById(NotificationId id);

    List<Notification> findByIdIn(Collection<NotificationId> ids);

    /// @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile
    Notification save(Notification notification);

    /// The stored one: this one, or the one that was first under its id.
    Notification addIfAbsent(Notification notification);

    /// Those that wait for this person to become known.
    List<Notification> waitingFor(RecipientId recipient);

    /// What these people are still to be told: all without a final answer, in no order.
    List<Unanswered> unanswered(Collection<RecipientId> recipients);

    /// Those whose time has come, the longest due first.
    List<NotificationId> due(Instant now, int limit);

    /// How many have no final answer although their person is known.
    long countPending();

    /// Since when the oldest of them has no final answer.
    Optional<Instant> longestPending();

    /// How many wait for their person to become known.
    long countWaiting();

    /// The newest facts first.
    List<Notification> newest(Selection selection, int limit);

    /// Which notifications; `null` does not restrict.
    ///
    /// @param after continue behind this one
    record Selection(
            @Nullable RecipientId recipient,
            Notification.@Nullable State state,
            @Nullable Position after) {}

    /// A place in the order of the list: stays valid while others come and go.
    record Position(Instant happenedAt, NotificationId id) {}
}
