package thami.notification.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;
import static org.springframework.data.domain.Sort.Direction.DESC;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static thami.notification.Notification.State.FAILED;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Notification.State.WAITING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import thami.notification.Notification;
import thami.notification.NotificationId;
import thami.notification.Notifications;
import thami.notification.RecipientId;
import thami.notification.Unanswered;

@Repository
class MongoNotifications implements Notifications {

    private final MongoOperations mongo;

    MongoNotifications(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Notification> findById(NotificationId id) {
        return Optional.ofNullable(mongo.findById(id, Notification.class));
    }

    @Override
    public List<Notification> findByIdIn(Collection<NotificationId> ids) {
        return mongo.find(query(where("_id").in(ids)), Notification.class);
    }

    @Override
    public Notification save(Notification notification) {
        return mongo.save(notification);
    }

    @Override
    public Notification addIfAbsent(Notification notification) {
        try {
            return mongo.insert(notification);
        } catch (DuplicateKeyException taken) {
            return findById(notification.id()).orElseThrow(() -> taken);
        }
    }

    @Override
    public List<Notification> waitingFor(RecipientId recipient) {
        return mongo.find(waiting(recipient), Notification.class);
    }

    @Override
    public List<Unanswered> unanswered(Collection<RecipientId> recipients) {
        return mongo.query(Notification.class)
                .as(Unanswered.class)
                .matching(unansweredTo(recipients))
                .all();
    }

    @Override
    public List<NotificationId> due(Instant now, int limit) {
        return mongo.query(Notification.class).as(Due.class).matching(dueAt(now, limit)).stream()
                .map(Due::id)
                .toList();
    }

    @Override
    public long countPending() {
        return mongo.count(query(pending()), Notification.class);
    }

    @Override
    public Optional<Instant> longestPending() {
        return mongo.query(Notification.class).as(Pending.class).matching(longest()).stream()
                .map(Pending::pendingSince)
                .findFirst();
    }

    @Override
    public long countWaiting() {
        return mongo.count(waiting(), Notification.class);
    }

    @Override
    public List<Notification> newest(Selection selection, int limit) {
        return mongo.find(newestFirst(selection).limit(limit), Notification.class);
    }

    static Query waiting() {
        return query(where("state").is(WAITING));
    }

    static Query waiting(RecipientId recipient) {
        return query(where("recipient").is(recipient).and("state").is(WAITING));
    }

    /// A person's mails are few, so their index is enough; the state only sorts out what was sent.
    static Query unansweredTo(Collection<RecipientId> recipients) {
        var unanswered = query(where("recipient").in(recipients).and("state").nin(SENT, FAILED));
        unanswered.fields().include("recipient", "happenedAt", "state", "nextAttemptAt");
        return unanswered;
    }

    static Query dueAt(Instant now, int limit) {
        var due = query(where("nextAttemptAt").lte(now))
                .with(Sort.by(ASC, "nextAttemptAt"))
                .limit(limit);
        due.fields().include("_id");
        return due;
    }

    /// A comparison, not `$exists`: that is what a sparse index answers everywhere.
    static Criteria pending() {
        return where("pendingSince").gt(Instant.EPOCH);
    }

    /// Nothing else of it is read: one that a newer version stored never ends, and becomes the oldest.
    static Query longest() {
        var longest = query(pending()).with(Sort.by(ASC, "pendingSince")).limit(1);
        longest.fields().include("pendingSince");
        return longest;
    }

    static Query newestFirst(Selection selection) {
        var query = new Query();
        if (selection.recipient() != null) query.addCriteria(where("recipient").is(selection.recipient()));
        if (selection.state() != null) query.addCriteria(where("state").is(selection.state()));
        var after = selection.after();
        if (after == null)
            query.addCriteria(where("happenedAt").gt(Instant.EPOCH)); // a bound, so that its index is taken
        else
            query.addCriteria(where("happenedAt")
                    .lte(after.happenedAt()) // bounds the index; the next line alone would not
                    .orOperator(
                            where("happenedAt").lt(after.happenedAt()),
                            Criteria.where("_id").lt(after.id())));
        return query.with(Sort.by(DESC, "happenedAt", "_id"));
    }

    private record Due(NotificationId id) {}

    private record Pending(Instant pendingSince) {}
}
