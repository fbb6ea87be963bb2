package thami.benchmarks.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Which of the parcels that set out the topic has, each by its id, read back when nothing is measured: by number alone
/// one that is lost and one that is repeated would be none.
///
/// It belongs to no group and does nothing between two looks.
final class ReadBack {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Consumer<byte[], byte[]> topic;
    private final Queue<UUID> expected = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> found = new HashMap<>();
    private final List<UUID> compared = new ArrayList<>();

    ReadBack(Consumer<byte[], byte[]> topic) {
        this.topic = topic;
        topic.assign(topic.partitionsFor(OurRelay.TOPIC).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList());
        begin();
    }

    static ReadBack ofTopic() {
        return new ReadBack(
                new KafkaConsumer<>(PlainKafka.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /// Nothing of before counts.
    void begin() {
        expected.clear();
        found.clear();
        compared.clear();
        topic.seekToEnd(topic.assignment());
        topic.assignment().forEach(topic::position); // the end is looked for only when somebody asks
    }

    /// This one must be there at the next comparison.
    void expect(UUID parcel) {
        expected.add(parcel);
    }

    /// Of those that were expected, how many are not there, and how often others are there again. What was found beside
    /// them may be expected later.
    Map<String, Double> compare() {
        readOn();
        var lost = 0;
        var repeated = 0;
        for (var parcel = expected.poll(); parcel != null; parcel = expected.poll()) {
            compared.add(parcel);
            var times = found.remove(parcel);
            if (times == null) lost++;
            else repeated += times - 1;
        }
        return Map.of("lost", (double) lost, "repeated", (double) repeated);
    }

    /// All that were compared since this was asked last.
    List<UUID> compared() {
        var until = List.copyOf(compared);
        compared.clear();
        return until;
    }

    private void readOn() {
        var ends = topic.endOffsets(topic.assignment());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> topic.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("The topic cannot be read back");
            for (var sent : topic.poll(Duration.ofMillis(100)))
                found.merge(UUID.fromString(new String(sent.key(), UTF_8)), 1, Integer::sum);
        }
    }
}
