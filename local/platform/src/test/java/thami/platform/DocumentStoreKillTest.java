package thami.platform;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a store under load again and again. More by hand: `-Dthami.kills=200 -Dthami.filler=1000000`, which
/// keeps about a gigabyte of documents beside it.
class DocumentStoreKillTest {

    private static final int KILLS = Integer.getInteger("thami.kills", 20);
    private static final int FILLER_KILOBYTES = Integer.getInteger("thami.filler", 0);
    private static final int WRITERS = 4;

    private final Set<UUID> inserted = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> counted = new ConcurrentHashMap<>();
    private final SplittableRandom random = new SplittableRandom(25);

    @Test
    void everyAcknowledgedWriteIsThereAfterEveryKill(@TempDir Path folder) throws Exception {
        prepare(folder);
        for (int kill = 0; kill <= KILLS; kill++) {
            try (var store = StoreProcess.start(folder);
                    var client = store.client(Duration.ofSeconds(60));
                    var writers = store.client(Duration.ofSeconds(5))) {
                check(client, kill);
                if (kill < KILLS) writeUntilKilled(store, writers);
            }
        }
        System.out.printf(
                "%d kills, %d acknowledged inserts, %d acknowledged updates, none missing; file %d MB%n",
                KILLS,
                inserted.size(),
                counted.values().stream().mapToLong(it -> it).sum(),
                Files.size(folder.resolve("documents.mv")) / 1_000_000);
    }

    private void prepare(Path folder) throws Exception {
        try (var store = StoreProcess.start(folder);
                var client = store.client(Duration.ofSeconds(60))) {
            documents(client)
                    .createIndex(
                            Indexes.ascending("number"),
                            new IndexOptions().unique(true).sparse(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                counters(client).insertOne(new Document("_id", writer).append("count", 0L));
            }
            fill(client);
        }
    }

    private void fill(MongoClient client) {
        var collection = client.getDatabase("kill").getCollection("filler");
        for (int written = 0; written < FILLER_KILOBYTES; written += 1000) {
            var batch = new ArrayList<Document>();
            for (int i = 0; i < 100; i++) {
                var bytes = new byte[10_000];
                new java.util.Random(random.nextLong()).nextBytes(bytes);
                batch.add(new Document("bytes", bytes));
            }
            collection.insertMany(batch);
        }
    }

    private void writeUntilKilled(StoreProcess store, MongoClient client) throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var own = writer;
                writers.submit(() -> write(client, own));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(700)));
            store.kill();
        }
    }

    /// Inserts a document with a unique key, changes it, counts it in a shared one; notes only what was acknowledged.
    private void write(MongoClient client, int writer) {
        try {
            while (true) {
                var id = UUID.randomUUID();
                documents(client)
                        .insertOne(new Document("_id", id)
                                .append("number", id.toString())
                                .append("text", "x".repeat(600)));
                inserted.add(id);
                documents(client).updateOne(eq(id), set("number", "changed " + id));
                counters(client).updateOne(eq(writer), combine(inc("count", 1L), set("last", id)));
                counted.merge(writer, 1L, Long::sum);
            }
        } catch (MongoException killed) {
            // as intended
        }
    }

    private void check(MongoClient client, int kill) {
        var found = new ArrayList<UUID>();
        documents(client)
                .find()
                .projection(new Document("number", 1))
                .forEach(it -> found.add(it.get("_id", UUID.class)));
        assertThat(Set.copyOf(found)).as("after kill %d", kill).containsAll(inserted);
        for (int writer = 0; writer < WRITERS; writer++) {
            var stored = counters(client).find(eq(writer)).first().get("count", 0L);
            var acknowledged = counted.getOrDefault(writer, 0L);
            // The last one before the kill may have been stored and not acknowledged.
            assertThat(stored).as("counter %d after kill %d", writer, kill).isBetween(acknowledged, acknowledged + 1);
            counted.put(writer, stored);
        }
        indexAgreesWithDocuments(client, found);
    }

    /// A document and its index entries are one write: no half of it may be there.
    private void indexAgreesWithDocuments(MongoClient client, List<UUID> found) {
        for (var id : found.subList(Math.max(0, found.size() - 50), found.size())) {
            var document = documents(client).find(eq(id)).first();
            assertThat(documents(client)
                            .find(eq("number", document.getString("number")))
                            .first())
                    .isEqualTo(document);
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("kill").getCollection("documents");
    }

    private static MongoCollection<Document> counters(MongoClient client) {
        return client.getDatabase("kill").getCollection("counters");
    }
}
