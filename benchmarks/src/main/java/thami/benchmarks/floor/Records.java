package thami.benchmarks.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import thami.benchmarks.Failures;
import thami.benchmarks.relay.PlainKafka;

/// The broker by its plain client: as durable as the system's, on topics of its own with as many partitions.
final class Records implements AutoCloseable {

    static final String APPLICATIONS = "floor.applications";
    static final String INTAKES = "floor.intakes";
    static final String PARTICIPATIONS = "floor.participations";
    static final String CERTIFICATES = "floor.certificates";

    private static final int PARTITIONS = 12;

    private final Producer<byte[], byte[]> producer =
            new KafkaProducer<>(PlainKafka.producer(), new ByteArraySerializer(), new ByteArraySerializer());

    static Records open() throws InterruptedException, ExecutionException {
        var topics = List.of(APPLICATIONS, INTAKES, PARTICIPATIONS, CERTIFICATES).stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList();
        try (var admin = Admin.create(PlainKafka.client())) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
        return new Records();
    }

    void send(UUID subject, Document event) throws InterruptedException, ExecutionException {
        var key = subject.toString();
        var kept = new ProducerRecord<>(
                event.getString("topic"),
                key.getBytes(UTF_8),
                event.getString("payload").getBytes(UTF_8));
        PlainKafka.headers(kept.headers(), "urn:thami:floor", key, event);
        producer.send(kept).get();
    }

    @FunctionalInterface
    interface Handler {
        void handle(ConsumerRecord<byte[], byte[]> heard) throws Exception;
    }

    /// One consumer as each service has one per topic; offsets are committed after what was polled was handled. One
    /// that
    /// fails, since its connections ended while it was frozen, is followed by another.
    static void listen(String group, String topic, Handler handler) {
        Thread.ofPlatform().daemon().name(group + " " + topic).start(() -> {
            while (true) consume(group, topic, handler);
        });
    }

    private static void consume(String group, String topic, Handler handler) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                consumer(group), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (true) {
                for (var one : consumer.poll(Duration.ofSeconds(5))) handle(handler, one);
                commit(consumer);
            }
        } catch (Exception failed) {
            Failures.note(failed);
        }
    }

    /// What was frozen between its work and its commit hears again, and finds its document there.
    private static void handle(Handler handler, ConsumerRecord<byte[], byte[]> heard) throws Exception {
        try {
            handler.handle(heard);
        } catch (MongoWriteException repeated) {
            if (repeated.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw repeated;
        }
    }

    private static void commit(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException wasFrozen) {
            // heard again by whoever has the partition now
        }
    }

    static String type(ConsumerRecord<byte[], byte[]> heard) {
        return new String(heard.headers().lastHeader("ce_type").value(), UTF_8);
    }

    static long sequence(ConsumerRecord<byte[], byte[]> heard) {
        return Long.parseLong(
                new String(heard.headers().lastHeader("ce_aggregatesequence").value(), UTF_8));
    }

    private static Map<String, Object> consumer(String group) {
        var settings = new HashMap<>(PlainKafka.client());
        settings.put("group.id", "floor-" + group);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 100);
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return settings;
    }

    @Override
    public void close() {
        producer.close();
    }
}
