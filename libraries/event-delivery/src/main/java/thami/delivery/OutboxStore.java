package thami.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// The outboxes inside the aggregates' documents, read and cleared past Spring Data: a mapped update would raise
/// `@Version` and make commands that run meanwhile fail.
final class OutboxStore {

    private static final String OUTBOX = "outbox";
    private static final String PENDING_SINCE = "outboxPendingSince";
    private static final String SEQUENCE = "sequence";
    private static final String OUTBOX_SEQUENCE = OUTBOX + "." + SEQUENCE;

    private final MongoOperations mongo;

    OutboxStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /// What waits in one document, in the order in which it must be sent.
    List<Outgoing> waiting(Pending pending) {
        var document = collection(pending.collection())
                .find(eq("_id", pending.id()))
                .projection(include(OUTBOX))
                .first();
        if (document == null) return List.of();
        return document.getList(OUTBOX, Document.class, List.of()).stream()
                .map(OutboxStore::read)
                .sorted(Comparator.comparingLong(Outgoing::sequence))
                .toList();
    }

    /// Forgets what Kafka has acknowledged, up to and including this sequence. What was raised meanwhile stays.
    void forget(Pending pending, long upTo) {
        var documents = collection(pending.collection());
        // nor, not not: on a field of an array the embedded store takes not for "some element is not", and so would
        // forget what was raised while the send was under way.
        var nothingNewer = and(eq("_id", pending.id()), nor(gt(OUTBOX_SEQUENCE, upTo)));
        var emptied = documents.updateOne(nothingNewer, combine(set(OUTBOX, List.of()), unset(PENDING_SINCE)));
        if (emptied.getMatchedCount() == 0)
            documents.updateOne(eq("_id", pending.id()), pull(OUTBOX, lte(SEQUENCE, upTo)));
    }

    /// The documents whose outbox has waited the longest, the oldest first.
    ///
    /// @param from only those that have not waited longer than since then
    List<Found> pending(String collection, Instant from, int limit) {
        return collection(collection)
                .find(gte(PENDING_SINCE, Date.from(from)))
                .sort(ascending(PENDING_SINCE))
                .projection(include(PENDING_SINCE))
                .limit(limit)
                .map(document -> new Found(
                        new Pending(collection, document.get("_id", UUID.class)),
                        document.getDate(PENDING_SINCE).toInstant()))
                .into(new ArrayList<>());
    }

    long size(String collection) {
        return collection(collection).countDocuments(gte(PENDING_SINCE, Date.from(Instant.EPOCH)));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name);
    }

    private static Outgoing read(Document stored) {
        return new Outgoing(
                stored.getString("topic"),
                stored.get(SEQUENCE, Number.class).longValue(),
                stored.getString("type"),
                stored.getDate("time").toInstant(),
                stored.getString("payload"),
                stored.getString("traceparent"));
    }

    /// A document that may have something in its outbox.
    record Pending(String collection, UUID id) {}

    /// One that had, since then.
    record Found(Pending pending, Instant since) {}
}
