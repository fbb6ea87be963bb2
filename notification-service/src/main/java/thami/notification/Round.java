package thami.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the next few mails need to know, asked of the store for all of them at once.
///
/// A notification that was handed over as it was stored is not read again: its version guards the claim. The person is
/// always asked for, however well whoever handed it over knew them: their link may have been renewed since, here or in
/// another instance, no version in the notification would tell, and the mail would carry a link that is dead.
public final class Round {

    private final Map<NotificationId, Notification> notifications;
    private final Map<RecipientId, Recipient> recipients;
    private final Map<CallId, Call> calls;
    private final List<Unanswered> unanswered;
    private final Instant asked;

    private Round(
            Map<NotificationId, Notification> notifications,
            Map<RecipientId, Recipient> recipients,
            Map<CallId, Call> calls,
            List<Unanswered> unanswered,
            Instant asked) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.calls = calls;
        this.unanswered = unanswered;
        this.asked = asked;
    }

    static Round of(Collection<Due> due, Notifications notifications, Recipients recipients, Calls calls, Instant now) {
        var handed = due.stream().flatMap(each -> Stream.ofNullable(each.stored()));
        var toRead = due.stream().filter(each -> each.stored() == null).map(Due::id);
        var all = Stream.concat(handed, some(set(toRead), notifications::findByIdIn))
                .collect(by(Notification::id));
        var people = some(set(all.values().stream().map(Notification::recipient)), recipients::findByIdIn)
                .collect(by(Recipient::id));
        var named = some(set(people.values().stream().flatMap(each -> each.call().stream())), calls::findByIdIn)
                .collect(by(Call::id));
        var unanswered = some(people.keySet(), notifications::unanswered).toList();
        return new Round(all, people, named, unanswered, now);
    }

    private static <K> Set<K> set(Stream<K> keys) {
        return keys.collect(Collectors.toSet());
    }

    private static <K, V> Stream<V> some(Set<K> keys, Function<Set<K>, List<V>> finder) {
        return keys.isEmpty() ? Stream.empty() : finder.apply(keys).stream();
    }

    private static <K, V> Collector<V, ?, Map<K, V>> by(Function<V, K> key) {
        return Collectors.toMap(key, Function.identity(), (first, _) -> first);
    }

    Instant asked() {
        return asked;
    }

    Optional<Notification> notification(Due due) {
        return Optional.ofNullable(notifications.get(due.id()));
    }

    /// Whom it goes to, if mail can be sent to them.
    Optional<Recipient> recipient(Notification notification) {
        return Optional.ofNullable(recipients.get(notification.recipient())).filter(Recipient::isKnown);
    }

    /// Whether the same person had something earlier to be told of when this was asked. It may have been sent since.
    boolean hasEarlierThan(Notification notification) {
        return unanswered.stream().anyMatch(each -> each.isEarlierThan(notification));
    }

    Optional<Call> call(Recipient recipient) {
        return recipient.call().map(calls::get);
    }
}
