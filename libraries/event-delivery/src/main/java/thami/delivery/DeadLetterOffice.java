package thami.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import thami.delivery.DeadLetter.ReplayedBy;
import tools.jackson.databind.JsonNode;

/// Where an operator looks at dead letters and has them handled again, repaired if need be.
///
/// A replay calls the handler that failed, in this service alone; the source topic is never written. Handlers are
/// harmless to repeat, so a letter may be replayed twice. Each time is kept, with who it was: see [Replays].
public final class DeadLetterOffice {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> configuration;
    private final Map<String, Inbox.Topic> topics;
    private final String service;
    private final Replacement replacement;
    private final Replays replays;

    /// @param topics what this service reads, by the topic's name
    DeadLetterOffice(
            Map<String, Object> configuration,
            Map<String, Inbox.Topic> topics,
            String service,
            Replacement replacement,
            Replays replays) {
        this.configuration = configuration;
        this.topics = topics;
        this.service = service;
        this.replacement = replacement;
        this.replays = replays;
    }

    /// The latest letters of each partition, oldest first.
    ///
    /// @param most how many per partition
    public List<DeadLetter> latest(int most) {
        try (var consumer = consumer()) {
            var letters = new ArrayList<DeadLetter>();
            for (var topic : topics.keySet())
                letters.addAll(latest(consumer, DeadLetters.topicOf(topic, service), most));
            return letters;
        } catch (KafkaException silent) {
            throw away(silent);
        }
    }

    /// Neither an empty list nor "no such letter": whoever asks has to ask again.
    private static DataAccessResourceFailureException away(@Nullable KafkaException silent) {
        return new DataAccessResourceFailureException("The broker does not answer", silent);
    }

    private List<DeadLetter> latest(Consumer<byte[], byte[]> consumer, String topic, int most) {
        var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        var first = consumer.beginningOffsets(partitions, PATIENCE);
        var end = consumer.endOffsets(partitions, PATIENCE);
        partitions.forEach(partition -> consumer.seek(
                partition, Math.max(first.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L) - most)));
        var letters = new ArrayList<DeadLetter>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(each -> consumer.position(each, PATIENCE) < end.getOrDefault(each, 0L))) {
            if (System.nanoTime() > deadline) throw away(null);
            consumer.poll(Duration.ofMillis(200)).forEach(letter -> letters.add(describe(letter)));
        }
        return letters;
    }

    /// Has the letter handled again.
    ///
    /// @param by on whose word
    /// @param repaired the data to take in place of what was received
    /// @return empty if there is no such letter of this service
    /// @throws AboutAnother if the repaired data are about something else than the letter
    public Optional<DeadLetter> replay(String id, ReplayedBy by, @Nullable JsonNode repaired) {
        return find(id).map(letter -> {
            var topic = topics.get(CloudEventHeaders.read(letter.headers(), DeadLetters.TOPIC));
            if (topic == null) throw new UnreadableRecord("Nothing of this topic is read any more");
            var data = repaired == null ? null : replacement.of(letter, repaired);
            replays.note(id, by, data);
            topic.handle(letter, data);
            replays.taken(id);
            return describe(letter);
        });
    }

    private Optional<ConsumerRecord<byte[], byte[]>> find(String id) {
        var parts = id.split(":");
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,6}") || !parts[2].matches("[0-9]{1,18}"))
            return Optional.empty();
        if (topics.keySet().stream()
                .noneMatch(topic -> DeadLetters.topicOf(topic, service).equals(parts[0]))) return Optional.empty();
        var partition = new TopicPartition(parts[0], Integer.parseInt(parts[1]));
        return read(partition, Long.parseLong(parts[2]));
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long offset) {
        try (var consumer = consumer()) {
            var exists = consumer.partitionsFor(partition.topic(), PATIENCE).stream()
                    .anyMatch(info -> info.partition() == partition.partition());
            if (!exists) return Optional.empty();
            var partitions = List.of(partition);
            var end = consumer.endOffsets(partitions, PATIENCE).getOrDefault(partition, 0L);
            var first = consumer.beginningOffsets(partitions, PATIENCE).getOrDefault(partition, 0L);
            if (offset < first || offset >= end) return Optional.empty();
            consumer.assign(partitions);
            consumer.seek(partition, offset);
            var letters = consumer.poll(PATIENCE).records(partition);
            if (letters.isEmpty()) throw away(null);
            return letters.stream().filter(letter -> letter.offset() == offset).findFirst();
        } catch (KafkaException silent) {
            throw away(silent);
        }
    }

    private DeadLetter describe(ConsumerRecord<byte[], byte[]> letter) {
        var headers = letter.headers();
        var id = letter.topic() + ":" + letter.partition() + ":" + letter.offset();
        var kept = replays.read(id);
        return new DeadLetter(
                id,
                String.valueOf(CloudEventHeaders.read(headers, DeadLetters.TOPIC)),
                CloudEventHeaders.read(headers, CloudEventHeaders.TYPE),
                CloudEventHeaders.read(headers, CloudEventHeaders.SUBJECT),
                CloudEventHeaders.read(headers, DeadLetters.CAUSE),
                CloudEventHeaders.read(headers, DeadLetters.FAILED_AT),
                kept.takenAt(),
                kept.replays());
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
