package thami.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedIndexTest {

    private static final List<Object> VALUES = Arrays.asList(
            1,
            2L,
            2.0,
            3,
            null,
            "a",
            "b",
            true,
            new Date(5),
            new Date(6),
            List.of(),
            List.of(1, "b"),
            new Document("x", 1));

    private @TempDir Path folder;

    /// What an index answers is what a look at every document answers.
    @RepeatedTest(20)
    void itFindsWhatALookAtEverythingFinds(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        try (var store = DocumentStore.inMemory();
                var client = MongoClients.create(store.uri())) {
            var plain = client.getDatabase("thami-test").getCollection("plain");
            var indexed = client.getDatabase("thami-test").getCollection("indexed");
            var both = List.of(plain, indexed);
            if (random.nextBoolean()) index(indexed);
            for (var i = 0; i < 120; i++) {
                var change = change(random, i);
                both.forEach(change::to);
            }
            index(indexed);
            for (var i = 0; i < 120; i++) {
                var change = change(random, random.nextInt(140));
                both.forEach(change::to);
                var filter = filter(random);
                assertThat(ids(indexed, filter, null))
                        .as(filter.toString())
                        .hasSameElementsAs(ids(plain, filter, null));
                assertThat(indexed.countDocuments(filter)).isEqualTo(plain.countDocuments(filter));
                var order = order(random);
                assertThat(ids(indexed, filter, order))
                        .as("%s by %s", filter, order)
                        .isEqualTo(ids(plain, filter, order));
            }
        }
    }

    private static void index(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending("a"));
        collection.createIndex(Indexes.ascending("b"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("b", "c.d"));
        collection.createIndex(Indexes.descending("a", "_id"));
    }

    private interface Change {
        void to(MongoCollection<Document> collection);
    }

    private static Change change(Random random, int id) {
        var field = List.of("a", "b", "c.d").get(random.nextInt(3));
        var value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> collection -> collection.deleteOne(eq(id));
            case 1 -> collection -> collection.updateOne(eq(id), unset(field));
            case 2 -> collection -> collection.updateMany(and(eq("a", 1), gt("_id", id)), set(field, value));
            default -> {
                var document = new Document("_id", id)
                        .append("a", random.nextInt(3))
                        .append("b", VALUES.get(random.nextInt(VALUES.size())))
                        .append("c", new Document("d", value));
                yield collection -> {
                    collection.deleteOne(eq(id));
                    collection.insertOne(document);
                };
            }
        };
    }

    private static Bson filter(Random random) {
        var value = VALUES.get(random.nextInt(VALUES.size()));
        var other = VALUES.get(random.nextInt(3));
        return switch (random.nextInt(11)) {
            case 0 -> eq("b", value);
            case 1 -> and(eq("a", other), eq("b", value));
            case 2 -> and(gte("b", 1), lt("b", 3));
            case 3 -> and(eq("b", other), gte("c.d", "a"));
            case 4 -> gte("b", new Date(0));
            case 5 -> or(eq("a", 1), eq("b", value));
            case 6 -> and(in("b", 1, "a"), ne("a", 2));
            case 7 -> exists("b", random.nextBoolean());
            case 8 -> and(eq("a", 2), or(gt("_id", 50), regex("b", "a")));
            case 9 -> and(in("b", value, other, 2, 2.0), in("a", 0, 1));
            default -> new Document();
        };
    }

    /// By `_id` last, so that there is one order only.
    private static Bson order(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> descending("a", "_id");
            case 1 -> ascending("a", "_id");
            case 2 -> ascending("b", "_id");
            default -> descending("_id");
        };
    }

    private static List<Integer> ids(MongoCollection<Document> collection, Bson filter, Bson order) {
        return collection
                .find(filter)
                .sort(order)
                .limit(order == null ? 0 : 30)
                .map(document -> document.getInteger("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void itLooksNoFurtherThanItMust() {
        var pending = new SortedIndex("pending", List.of(new IndexKey("since", true)), true);
        var state = new SortedIndex("state", List.of(new IndexKey("state", true), new IndexKey("at", false)), false);
        for (var i = 0; i < 1000; i++) {
            var document = new de.bwaldvogel.mongo.bson.Document("_id", i)
                    .append("state", i % 100 == 0 ? "DUE" : "SENT")
                    .append("at", i);
            if (i % 200 == 0) document.append("since", i);
            pending.add(document, i, null);
            state.add(document, i, null);
        }

        var atLeast0 = Map.<String, Object>of("since", new de.bwaldvogel.mongo.bson.Document("$gte", 0));
        assertThat(pending.getCount()).isEqualTo(5);
        assertThat(pending.candidates(atLeast0, null).orElseThrow().positions()).containsExactly(0, 200, 400, 600, 800);
        assertThat(pending.candidates(Map.of(), null)).isEmpty();

        var newestDue = state.candidates(Map.of("state", "DUE"), new de.bwaldvogel.mongo.bson.Document("at", -1))
                .orElseThrow();
        assertThat(newestDue.sorted()).isTrue();
        assertThat(newestDue.positions()).startsWith(900, 800).hasSize(10);

        var some = Map.<String, Object>of(
                "since", new de.bwaldvogel.mongo.bson.Document("$in", List.of(400, 7, 200, 400.0)));
        assertThat(pending.candidates(some, null).orElseThrow().positions()).containsExactly(200, 400);
    }

    @Test
    void itIsThereAfterARestart() {
        try (var store = DocumentStore.open(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var people = client.getDatabase("thami-test").getCollection("people");
            people.createIndex(Indexes.ascending("name"));
            people.insertOne(new Document("name", "A"));
        }
        try (var store = DocumentStore.open(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var people = client.getDatabase("thami-test").getCollection("people");
            assertThat(people.listIndexes()).hasSize(2);
            people.insertOne(new Document("name", "B"));
            assertThat(people.countDocuments(eq("name", "A"))).isEqualTo(1);
            assertThat(people.countDocuments(eq("name", "B"))).isEqualTo(1);
        }
    }
}
