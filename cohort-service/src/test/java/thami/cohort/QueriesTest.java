package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static thami.cohort.Samples.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import thami.testing.ComponentTest;
import thami.testing.Stores;

/// No question to the store costs more the more is stored: each finds its documents by an index, among 10,000
/// that are not asked for. The embedded store scans, so this needs one that does not.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {

    private static final int STORED = 10_000;
    private static final int COHORTS = 100;
    private static final UUID ONE = new UUID(7, 0);

    private @Autowired MongoOperations mongo;

    @BeforeAll
    void fill() {
        Stores.needIndexes();
        fill("candidates");
        fill("participations");
    }

    private void fill(String collection) {
        var documents = new ArrayList<Document>();
        for (var i = 0; i < STORED; i++) {
            documents.add(new Document("_id", UUID.randomUUID())
                    .append("cohort", new UUID(7, i % COHORTS))
                    .append("standing", i % 3 == 0 ? "WAITING" : "ADMITTED")
                    .append("order", NOON.plusSeconds(i) + "/" + i)
                    .append("likeness", new Document("name", "name " + i).append("mailbox", "mailbox " + i))
                    .append("at", Date.from(NOON)));
        }
        mongo.getCollection(collection).insertMany(documents);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # collection     | filter                                                              | sort          | at most
            candidates       | {"cohort":ONE,"standing":"WAITING","order":{"$gt":""}}              | {"order":1}   | 100
            candidates       | {"cohort":ONE,"order":{"$gt":""}}                                   | {"order":1}   | 100
            candidates       | {"cohort":ONE,"likeness.name":{"$in":["name 0","name 100"]}}        | {}            | 100
            candidates       | {"cohort":ONE,"likeness.mailbox":{"$in":["mailbox 0","mailbox 1"]}} | {}            | 100
            candidates       | {"_id":{"$in":[ONE]}}                                               | {}            | 1
            participations   | {"cohort":ONE,"order":{"$gt":""}}                                   | {"order":1}   | 100
            """)
    void findsWhatItAsksForByAnIndex(String collection, String filter, String sort, int atMost) {
        await().atMost(Duration.ofSeconds(90)) // until the store has counted what was just inserted
                .untilAsserted(
                        () -> assertThat(examined(collection, filter, sort)).isLessThanOrEqualTo(atMost));
    }

    private long examined(String collection, String filter, String sort) {
        var id = "{\"$uuid\":\"" + ONE + "\"}";
        var find = new Document("find", collection)
                .append("filter", Document.parse(filter.replace("ONE", id)))
                .append("limit", 26);
        if (!"{}".equals(sort)) find.append("sort", Document.parse(sort));
        var explained = mongo.executeCommand(new Document("explain", find).append("verbosity", "executionStats"));
        var statistics = explained.get("executionStats", Document.class);
        return ((Number) statistics.get("totalDocsExamined")).longValue();
    }
}
