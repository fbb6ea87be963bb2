package thami.notification;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The collection as the business sees it; the same tests hold for it and for the store.
public class InMemoryNotifications implements Notifications {

    private final Map<NotificationId, Notification> stored = new LinkedHashMap<>();
    private final Copies<Notification> copies = new Copies<>(Notification.class);

    @Override
    public synchronized Optional<Notification> findById(NotificationId id) {
        return Optional.ofNullable(stored.get(id)).map(copies::of);
    }

    @Override
    public List<Notification> findByIdIn(Collection<NotificationId> ids) {
        return all().filter(each -> ids.contains(each.id())).toList();
    }

    @Override
    public synchronized Notification save(Notification notification) {
        copies.checkVersion(notification, stored.get(notification.id()));
        stored.put(notification.id(), copies.of(notification));
        return notification;
    }

    @Override
    public synchronized Notification addIfAbsent(Notification notification) {
        return findById(notification.id()).orElseGet(() -> save(notification));
    }

    @Override
    public List<Notification> waitingFor(RecipientId recipient) {
        return all().filter(in(Notification.State.WAITING))
                .filter(each -> each.recipient().equals(recipient))
                .toList();
    }

    @Override
    public List<Unanswered> unanswered(Collection<RecipientId> recipients) {
        return all().filter(each -> recipients.contains(each.recipient()) && !each.hasFinalAnswer())
                .map(each -> new Unanswered(
                        each.recipient(),
                        each.happenedAt(),
                        each.state(),
                        each.nextAttemptAt().orElse(null)))
                .toList();
    }

    @Override
    public List<NotificationId> due(Instant now, int limit) {
        return all().filter(each -> each.isDue(now))
                .sorted(comparing(each -> each.nextAttemptAt().orElseThrow()))
                .limit(limit)
                .map(Notification::id)
                .toList();
    }

    @Override
    public long countPending() {
        return all().filter(each -> each.pendingSince().isPresent()).count();
    }

    @Override
    public Optional<Instant> longestPending() {
        return all().flatMap(each -> each.pendingSince().stream()).min(naturalOrder());
    }

    @Override
    public long countWaiting() {
        return all().filter(in(Notification.State.WAITING)).count();
    }

    @Override
    public List<Notification> newest(Selection selection, int limit) {
        return all().filter(each ->
                        selection.recipient() == null || each.recipient().equals(selection.recipient()))
                .filter(each -> selection.state() == null || each.state() == selection.state())
                .filter(each -> selection.after() == null || isBehind(each, selection.after()))
                .sorted(comparing(Notification::happenedAt, reverseOrder())
                        .thenComparing(each -> each.id().value().toString(), reverseOrder()))
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Notification each, Position after) {
        var byTime = each.happenedAt().compareTo(after.happenedAt());
        var byId = each.id().value().toString().compareTo(after.id().value().toString());
        return byTime < 0 || (byTime == 0 && byId < 0);
    }

    private static Predicate<Notification> in(Notification.State state) {
        return each -> each.state() == state;
    }

    public synchronized Stream<Notification> all() {
        return List.copyOf(stored.values()).stream().map(copies::of);
    }
}
