package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import thami.testing.ComponentTest;
import thami.testing.Stores;

/// No query looks at more documents than it answers with, however many there are. The embedded store scans, so this
/// needs one that does not.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexesTest {

    private static final int MANY = 10_000;
    private static final Date NOW = Date.from(Instant.parse("2026-01-20T00:00:00Z"));

    @Autowired
    MongoOperations mongo;

    @BeforeAll
    void thereAreManyDocuments() {
        Stores.needIndexes();
        fill(
                "applications",
                "application.v1",
                i -> new Document("mailbox", "person-" + i + "@post.example")
                        .append("reference", "%010d".formatted(i)));
        fill("calls", "call.v1", i -> new Document("acceptsUntil", new Date(NOW.getTime() - i * 60_000L)));
        fill("linkRequests", null, i -> new Document("at", NOW));
    }

    @AfterAll
    void nobodyWaitsBehindThem() {
        mongo.remove(new Query(), "linkRequests");
    }

    static List<Arguments> queries() {
        var some = new BsonBinary(UUID.randomUUID());
        return List.of(
                Arguments.of("applications", Filters.eq("_id", some), null),
                Arguments.of("applications", Filters.eq("mailbox", "person-7@post.example"), null),
                Arguments.of("applications", Filters.eq("reference", "0000000007"), null),
                Arguments.of(
                        "applications",
                        Filters.gte("outboxPendingSince", new Date(0)),
                        Sorts.ascending("outboxPendingSince")),
                Arguments.of("calls", Filters.eq("_id", some), null),
                Arguments.of("calls", Filters.gt("acceptsUntil", NOW), Sorts.ascending("acceptsUntil", "_id")),
                Arguments.of(
                        "calls",
                        Filters.and(
                                Filters.gt("acceptsUntil", NOW),
                                Filters.or(
                                        Filters.gt("acceptsUntil", NOW),
                                        Filters.and(Filters.eq("acceptsUntil", NOW), Filters.gt("_id", some)))),
                        Sorts.ascending("acceptsUntil", "_id")),
                Arguments.of("linkRequests", new Document(), null));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryIsAnsweredByAnIndex(String collection, Bson filter, Bson sort) {
        var explained = mongo.getCollection(collection)
                .find(filter)
                .sort(sort)
                .limit(100)
                .explain();

        if (!filter.toBsonDocument().isEmpty()) assertThat(explained.toJson()).doesNotContain("COLLSCAN", "Seq Scan");
        assertThat(examined(explained)).as("documents looked at").isLessThanOrEqualTo(100);
    }

    private static long examined(Document explained) {
        var execution = explained.get("executionStats", Document.class);
        return execution == null ? 0 : ((Number) execution.getOrDefault("totalDocsExamined", 0)).longValue();
    }

    private void fill(String collection, String golden, java.util.function.IntFunction<Document> changes) {
        var batch = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            var document = golden == null ? new Document() : Golden.document(golden);
            document.remove("outbox");
            document.remove("outboxPendingSince");
            document.put("_id", golden == null ? "person-" + i : new BsonBinary(UUID.randomUUID()));
            document.putAll(changes.apply(i));
            batch.add(document);
        }
        mongo.getCollection(collection).insertMany(batch);
    }
}
