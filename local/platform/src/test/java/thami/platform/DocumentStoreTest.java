package thami.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {

    private @TempDir Path folder;

    @Test
    void everyKindOfValueSurvivesARestart() {
        var document = new Document("_id", UUID.randomUUID())
                .append("name", "Şule Żółć O'Brien 李雷 😀")
                .append("at", Date.from(Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .append("count", 7L)
                .append("small", 7)
                .append("amount", new Decimal128(1234))
                .append("ratio", 0.5)
                .append("nothing", null)
                .append("yes", true)
                .append("list", List.of(new Document("id", UUID.randomUUID()), new Document()))
                .append("bytes", new Binary("%PDF".getBytes()));
        try (var store = DocumentStore.open(folder, 0)) {
            people(store).insertOne(document);
        }
        try (var store = DocumentStore.open(folder, 0)) {
            assertThat(people(store).find(eq(document.get("_id"))).first()).isEqualTo(document);
        }
    }

    @Test
    void whatIsAskedBesideTheIdCountsToo() {
        try (var store = DocumentStore.open(folder, 0)) {
            var people = people(store);
            for (var i = 1; i <= 3; i++)
                people.insertOne(new Document("_id", i).append("version", 1L).append("outbox", List.of()));
            var clear = nor(gt("outbox.sequence", 1));

            assertThat(people.updateOne(new Document("_id", 2).append("version", 1L), inc("version", 1L))
                            .getMatchedCount())
                    .isEqualTo(1);
            assertThat(people.updateOne(new Document("_id", 2).append("version", 1L), inc("version", 1L))
                            .getMatchedCount())
                    .isZero();
            assertThat(people.updateOne(and(eq("_id", 3), clear), inc("version", 1L))
                            .getMatchedCount())
                    .isEqualTo(1);
            assertThat(people.find(and(eq("_id", 4), clear))).isEmpty();
            assertThat(people.find(and(eq("_id", 1), eq("_id", 2)))).isEmpty();
            assertThat(people.find(and(eq("version", 2L), eq("_id", 2)))).hasSize(1);
            assertThat(people.find(gt("_id", 1))).hasSize(2);
        }
    }

    @Test
    void aUniqueIndexHoldsAfterARestart() {
        try (var store = DocumentStore.open(folder, 0)) {
            people(store)
                    .createIndex(
                            Indexes.ascending("number"),
                            new IndexOptions().unique(true).sparse(true));
            people(store).insertOne(new Document("number", "A"));
            people(store).insertOne(new Document("without", "a number"));
            people(store).insertOne(new Document("without", "a number"));
        }
        try (var store = DocumentStore.open(folder, 0)) {
            assertThatThrownBy(() -> people(store).insertOne(new Document("number", "A")))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        }
    }

    @Test
    void aVersionGuardLetsOneOfManyThrough() throws Exception {
        try (var store = DocumentStore.open(folder, 0);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = people(store);
            people.insertOne(new Document("_id", 1).append("version", 0));
            Callable<Long> attempt = () -> people.updateOne(and(eq(1), eq("version", 0)), inc("version", 1))
                    .getModifiedCount();

            long through = 0;
            for (var result : executor.invokeAll(Collections.nCopies(20, attempt))) through += result.get();
            assertThat(through).isEqualTo(1);
        }
    }

    @Test
    void aSecondProcessMayNotOpenTheSameFile() {
        try (var _ = DocumentStore.open(folder, 0)) {
            assertThatThrownBy(() -> DocumentStore.open(folder, 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aDamagedFileIsRefusedByName() throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve("documents.mv"), new byte[20_000]);

        assertThatThrownBy(() -> DocumentStore.open(folder, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("documents.mv");
    }

    @Test
    void onAFullDiskItRefusesToWriteGoesOnReadingAndWritesAgainOnceThereIsSpace() {
        var space = new AtomicBoolean(true);
        try (var store = DocumentStore.open(folder, 0, space::get, _ -> {})) {
            var people = people(store);
            people.insertOne(new Document("_id", 1));

            space.set(false);
            assertThatThrownBy(() -> people.insertOne(new Document("_id", 2)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCodeName()).isEqualTo("OutOfDiskSpace"));
            assertThat(people.countDocuments()).isEqualTo(1);

            space.set(true);
            people.insertOne(new Document("_id", 2));
            assertThat(people.countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void aHealthCheckIsAnswered() {
        try (var store = DocumentStore.inMemory();
                var client = client(store)) {
            assertThat(client.getDatabase("thami-test").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true)
                    .containsEntry("ok", 1.0);
        }
    }

    @Test // the relay forgets what was sent by such a condition; with not() it forgot what was not sent, too
    void noElementOfAnArrayIsAskedForWithNor() {
        try (var store = DocumentStore.inMemory()) {
            var people = people(store);
            people.insertOne(new Document("_id", 1)
                    .append("outbox", List.of(new Document("sequence", 3L), new Document("sequence", 4L))));

            assertThat(people.countDocuments(nor(gt("outbox.sequence", 3L)))).isZero();
            assertThat(people.countDocuments(nor(gt("outbox.sequence", 4L)))).isEqualTo(1);
        }
    }

    @Test
    void inMemoryItStartsEmpty() {
        try (var store = DocumentStore.inMemory()) {
            people(store).insertOne(new Document("_id", 1));
            assertThat(people(store).countDocuments()).isEqualTo(1);
        }
        try (var store = DocumentStore.inMemory()) {
            assertThat(people(store).countDocuments()).isZero();
        }
    }

    private static MongoCollection<Document> people(DocumentStore store) {
        return client(store).getDatabase("thami-test").getCollection("people");
    }

    private static MongoClient client(DocumentStore store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .build());
    }
}
