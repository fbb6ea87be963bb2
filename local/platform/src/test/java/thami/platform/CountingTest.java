package thami.platform;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static DocumentStore store;
    private static com.mongodb.client.MongoClient client;
    private static MongoCollection<Document> numbers;

    @BeforeAll
    static void storeNumbersFromZeroToNineteen() {
        store = DocumentStore.inMemory();
        client = MongoClients.create(store.uri());
        numbers = client.getDatabase("thami-test").getCollection("numbers");
        numbers.createIndex(new Document("value", 1));
        numbers.insertMany(IntStream.range(0, 20)
                .mapToObj(number -> new Document("_id", number).append("value", number))
                .toList());
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @Test
    void countsWhatMatches() {
        assertThat(numbers.countDocuments()).isEqualTo(20);
        assertThat(numbers.countDocuments(gte("value", 15))).isEqualTo(5);
        assertThat(numbers.countDocuments(lt("value", 0))).isZero();
    }

    @Test
    void skipsAndLimits() {
        assertThat(numbers.countDocuments(gte("value", 15), new CountOptions().limit(3)))
                .isEqualTo(3);
        assertThat(numbers.countDocuments(gte("value", 15), new CountOptions().skip(4)))
                .isEqualTo(1);
        assertThat(numbers.countDocuments(
                        gte("value", 10), new CountOptions().skip(4).limit(3)))
                .isEqualTo(3);
        assertThat(numbers.countDocuments(gte("value", 15), new CountOptions().skip(9)))
                .isZero();
    }

    @Test
    void isNothingInACollectionThatIsNotThere() {
        assertThat(client.getDatabase("thami-test").getCollection("none").countDocuments(gte("value", 1)))
                .isZero();
    }

    @Test
    void leavesOtherAggregatesAlone() {
        var limitedBeforeTheMatch = List.of(
                Aggregates.limit(10), Aggregates.match(gte("value", 5)), Aggregates.group(1, Accumulators.sum("n", 1)));

        assertThat(numbers.aggregate(limitedBeforeTheMatch).first()).isEqualTo(new Document("_id", 1).append("n", 5));
        assertThat(numbers.aggregate(List.of(Aggregates.group(null, Accumulators.sum("all", "$value"))))
                        .first())
                .containsEntry("all", 190);
    }
}
