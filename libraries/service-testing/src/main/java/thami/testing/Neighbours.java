package thami.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import thami.platform.Broker;
import thami.platform.Passwords;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The other services, played from the examples in `contracts/`: what they say, and what they hear.
public final class Neighbours implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Broker broker;
    private final ApplicationContext context;
    private final String service;
    private @Nullable Producer<byte[], byte[]> producer;

    Neighbours(Broker broker, ApplicationContext context, String service) {
        this.broker = broker;
        this.context = context;
        this.service = service;
    }

    /// Says what the example says.
    public void publish(String example) {
        publish(Example.of(example));
    }

    public void publish(Example example) {
        publish(example.topic(), example.key(), example.headers(), JSON.writeValueAsBytes(example.data()));
    }

    /// Says anything, readable or not.
    public void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        var event = new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
        headers.forEach((name, content) -> event.headers().add(name, content.getBytes(UTF_8)));
        publish(event);
    }

    public void publish(ProducerRecord<byte[], byte[]> event) {
        try {
            producer().send(event).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException unsent) {
            throw new IllegalStateException(unsent);
        }
    }

    /// All that the service has sent to this topic: waits until its outboxes are empty first.
    public List<Received> received(String topic) {
        awaitEmptyOutboxes();
        return read(topic);
    }

    /// What was sent about one aggregate.
    public List<Received> received(String topic, Object key) {
        return received(topic).stream()
                .filter(event -> key.toString().equals(event.key()))
                .toList();
    }

    /// What the service under test has put aside of a topic.
    public List<Received> deadLetters(String topic) {
        return read(topic + "." + service + ".dlt");
    }

    public void awaitEmptyOutboxes() {
        var mongo = context.getBean(MongoOperations.class);
        var pending = Query.query(Criteria.where("outboxPendingSince").exists(true));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mongo.getCollectionNames().stream()
                        .filter(name -> !name.startsWith("system."))
                        .noneMatch(collection -> mongo.exists(pending, collection)));
    }

    /// Waits until the service has read everything that was published to this topic.
    public void awaitRead(String topic) {
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(partitions(consumer, topic));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                var committed = committed();
                return ends.entrySet().stream()
                        .allMatch(end ->
                                end.getValue() == 0 || committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
            });
        }
    }

    /// Waits until the service has read all that it listens to, and sent all that it has to say.
    public void awaitQuiet() {
        awaitEmptyOutboxes();
        var environment = context.getEnvironment();
        for (var input : environment
                .getRequiredProperty("spring.cloud.function.definition")
                .split(";"))
            awaitRead(environment.getRequiredProperty("spring.cloud.stream.bindings." + input + "-in-0.destination"));
        awaitEmptyOutboxes();
    }

    private Map<TopicPartition, Long> committed() {
        try (var admin = Admin.create(broker.clientProperties(Passwords.OPERATOR))) {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null) offsets.put(partition, offset.offset());
                    });
            return offsets;
        } catch (InterruptedException | ExecutionException | TimeoutException unknown) {
            return Map.of();
        }
    }

    private List<Received> read(String topic) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<Received>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> all.add(received(event)));
            }
            return all;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Received received(ConsumerRecord<byte[], byte[]> event) {
        var headers = new LinkedHashMap<String, String>();
        event.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        var value = event.value() == null ? null : text(event.value());
        return new Received(
                event.topic(),
                event.partition(),
                event.offset(),
                event.key() == null ? null : text(event.key()),
                headers,
                value,
                json(value));
    }

    private static JsonNode json(@Nullable String value) {
        try {
            return value == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(value);
        } catch (JacksonException poison) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                broker.clientProperties(Passwords.OPERATOR), new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public void close() {
                // To take leave may last half a minute on a busy machine, and the test waits.
                close(CloseOptions.timeout(Duration.ofSeconds(1)));
            }
        };
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null)
            producer = new KafkaProducer<>(
                    broker.clientProperties(Passwords.OPERATOR), new ByteArraySerializer(), new ByteArraySerializer());
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) producer.close(Duration.ofSeconds(5));
    }
}
