package thami.benchmarks.relay;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import thami.benchmarks.Failures;
import thami.benchmarks.Worker;

/// Insert, produce and pull by the plain drivers: the same document, the same record with the same headers, the same
/// durability, as many writers and lanes.
public final class PlainRelay {

    private static final int LANES = 16;

    private final MongoCollection<Document> parcels;
    private final Producer<byte[], byte[]> producer;
    private final List<BlockingQueue<Document>> lanes = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final ReadBack readBack = ReadBack.ofTopic();

    private PlainRelay(MongoCollection<Document> parcels, Producer<byte[], byte[]> producer) {
        this.parcels = parcels;
        this.producer = producer;
        for (var i = 0; i < LANES; i++) {
            var lane = new ArrayBlockingQueue<Document>(Shape.OF_A_SERVICE.ahead());
            lanes.add(lane);
            Thread.ofVirtual().start(() -> work(lane));
        }
    }

    public static void serve() throws Exception {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(System.getenv("THAMI_MONGODB_URI")))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .build();
        try (var store = MongoClients.create(settings);
                var producer = new KafkaProducer<>(
                        PlainKafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var relay = new PlainRelay(store.getDatabase("bench-relay-floor").getCollection("parcels"), producer);
            Worker.serve(words -> switch (words[0]) {
                case "relay" -> relay.relay(Integer.parseInt(words[1]));
                case "compare" -> relay.readBack.compare();
                default -> throw new IllegalArgumentException(words[0]);
            });
        }
    }

    private Map<String, Double> relay(int documents) throws InterruptedException {
        parcels.deleteMany(new Document());
        readBack.begin();
        return Shape.OF_A_SERVICE.run(
                documents,
                readBack,
                this::write,
                acknowledged::get,
                () -> parcels.find(exists("outboxPendingSince")).first() == null);
    }

    private void write(UUID id) throws InterruptedException {
        var now = Date.from(Instant.now());
        var payload = """
                {"parcelId":"%s","name":"Łukasz Żółć-Muster","email":"lukasz.muster@example.org","packedAt":"%s"}""".formatted(id, now.toInstant());
        var event = new Document("topic", OurRelay.TOPIC)
                .append("sequence", 1L)
                .append("type", OurRelay.TYPE)
                .append("time", now)
                .append("payload", payload);
        var parcel = new Document("_id", id)
                .append("name", "Łukasz Żółć-Muster")
                .append("email", "lukasz.muster@example.org")
                .append("at", now)
                .append("version", 1L)
                .append("sequence", 1L)
                .append("outbox", List.of(event))
                .append("outboxPendingSince", now)
                .append("_class", "parcel");
        parcels.insertOne(parcel);
        lanes.get(Math.floorMod(id.hashCode(), LANES)).put(parcel);
    }

    private void work(BlockingQueue<Document> lane) {
        while (true) {
            try {
                send(lane.take());
                acknowledged.incrementAndGet();
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failed) {
                Failures.note(failed);
            }
        }
    }

    private void send(Document parcel) throws Exception {
        var id = parcel.get("_id", UUID.class);
        var event = parcel.getList("outbox", Document.class).getFirst();
        var key = id.toString();
        var bytes = event.getString("payload").getBytes(UTF_8);
        var kept = new ProducerRecord<>(OurRelay.TOPIC, key.getBytes(UTF_8), bytes);
        PlainKafka.headers(kept.headers(), "urn:thami:cohort", key, event);
        producer.send(kept).get();
        parcels.updateOne(eq("_id", id), combine(pull("outbox", lte("sequence", 1L)), unset("outboxPendingSince")));
    }
}
