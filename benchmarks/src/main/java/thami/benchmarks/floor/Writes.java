package thami.benchmarks.floor;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The store by its plain driver, as durable as the system's.
final class Writes implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    Writes(String uri) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .build());
        database = client.getDatabase("bench-floor");
    }

    void insert(String collection, Document document) {
        in(collection).insertOne(document);
    }

    void update(String collection, UUID id, Bson... changes) {
        in(collection).updateOne(eq("_id", id), combine(changes));
    }

    @Nullable
    Document find(String collection, UUID id) {
        return in(collection).find(eq("_id", id)).first();
    }

    /// What was acknowledged leaves the document.
    void forget(String collection, UUID id, long sequence) {
        in(collection)
                .updateOne(
                        eq("_id", id), combine(pull("outbox", lte("sequence", sequence)), unset("outboxPendingSince")));
    }

    /// A document with its first event in it.
    static Document withOutbox(Document document, Document event) {
        return document.append("sequence", 1L)
                .append("outbox", List.of(event))
                .append("outboxPendingSince", new Date());
    }

    static Document event(String topic, long sequence, String type, String payload) {
        return new Document("topic", topic)
                .append("sequence", sequence)
                .append("type", type)
                .append("time", new Date())
                .append("payload", payload);
    }

    private MongoCollection<Document> in(String collection) {
        return database.getCollection(collection);
    }

    @Override
    public void close() {
        client.close();
    }
}
