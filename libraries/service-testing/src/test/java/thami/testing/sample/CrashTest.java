package thami.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static thami.testing.sample.SampleService.HEARD;
import static thami.testing.sample.SampleService.TOPIC;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thami.platform.Broker;
import thami.platform.Passwords;
import thami.platform.Topics;
import thami.testing.Example;
import thami.testing.Stores;

/// A service that is killed between any two steps, and started again.
class CrashTest {

    private static final Duration A_START_ON_A_BUSY_MACHINE = Duration.ofSeconds(90);

    /// What the JVM answers that ends for it.
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path folder;

    private Broker broker;
    private MongoClient mongo;
    private final String database = "test-" + UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void start() {
        broker = Broker.start(folder, Topics.ofContracts().withPartitions(1));
        mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Stores.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    @AfterEach
    void stop() {
        mongo.getDatabase(database).drop();
        mongo.close();
        broker.close();
    }

    @ParameterizedTest(name = "killed once {0}: {1} of the first event before the restart")
    @CsvSource({"saved, 0, 1", "acknowledged, 1, 2"})
    void whatWasSavedIsSentAfterARestartAndInOrder(String moment, int before, int afterwards) throws Exception {
        try (var killed = service(Map.of("increase", id.toString(), HaltingProducer.MOMENT, moment))) {
            assertThat(killed.exitCode(A_START_ON_A_BUSY_MACHINE)).isEqualTo(137);
        }
        assertThat(stored().getList("outbox", Document.class)).hasSize(2);
        assertThat(sent()).hasSize(before);

        try (var _ = service(Map.of())) {
            await().atMost(A_START_ON_A_BUSY_MACHINE)
                    .untilAsserted(() -> assertThat(stored().getList("outbox", Document.class))
                            .isEmpty());
        }
        // A crash after the acknowledgement repeats the first, under its own id; nothing overtakes it.
        assertThat(sent().stream().distinct()).containsExactly(id + ":1", id + ":2");
        assertThat(sent()).filteredOn(each -> each.endsWith(":1")).hasSize(afterwards);
    }

    @Test
    void aFactThatWasWrittenButNotCommittedIsHeardAgainToTheSameEffect() throws Exception {
        publish(Example.of("registration/application-submitted.v1")
                .with("applicationId", id.toString())
                .with("name", "Şule"));
        try (var killed = service(Map.of(HaltingProducer.MOMENT, "heard"))) {
            assertThat(killed.exitCode(A_START_ON_A_BUSY_MACHINE)).isEqualTo(137);
        }
        assertThat(stored().getList("heard", String.class)).containsExactly("Şule");
        assertThat(stored().getLong("version")).isEqualTo(1);

        try (var _ = service(Map.of())) {
            await().atMost(A_START_ON_A_BUSY_MACHINE)
                    .untilAsserted(() -> assertThat(stored().getLong("version")).isEqualTo(2));
        }
        assertThat(stored().getList("heard", String.class)).containsExactly("Şule");
    }

    /// It would go on without a consumer: an error ends the thread that reads, and nobody else notices.
    @Test
    void aServiceThatRunsOutOfMemoryEndsAndTheNextOneHandlesTheFact() throws Exception {
        publish(Example.of("registration/application-submitted.v1")
                .with("applicationId", id.toString())
                .with("name", "Şule"));
        try (var full = service(Map.of(HaltingProducer.MOMENT, "memory"))) {
            assertThat(full.exitCode(A_START_ON_A_BUSY_MACHINE)).isEqualTo(OUT_OF_MEMORY);
        }
        assertThat(find()).isEmpty();

        try (var _ = service(Map.of())) {
            await().atMost(A_START_ON_A_BUSY_MACHINE)
                    .untilAsserted(() -> assertThat(find()).isPresent());
        }
        assertThat(stored().getList("heard", String.class)).containsExactly("Şule");
        assertThat(stored().getLong("version")).isEqualTo(1);
    }

    private Child service(Map<String, String> more) throws Exception {
        var properties = new HashMap<String, String>();
        properties.put("server.port", "0");
        properties.put("spring.mongodb.uri", Stores.uri());
        properties.put("spring.mongodb.database", database);
        properties.put("spring.kafka.bootstrap-servers", broker.bootstrap());
        properties.put("spring.cloud.stream.kafka.binder.brokers", broker.bootstrap());
        properties.put("thami.kafka.password", broker.passwords().of("cohort-service"));
        properties.put("thami.delivery.sweep-after", "1s");
        properties.put("spring.kafka.producer.properties.interceptor.classes", HaltingProducer.class.getName());
        properties.putAll(more);
        return Child.start(SampleService.class, properties);
    }

    private Document stored() {
        return find().orElseThrow(() -> new AssertionError("Not stored"));
    }

    private Optional<Document> find() {
        return Optional.ofNullable(mongo.getDatabase(database)
                .getCollection("samples")
                .find(Filters.eq("_id", id))
                .first());
    }

    private void publish(Example example) throws Exception {
        try (var producer = new KafkaProducer<>(
                broker.clientProperties(Passwords.OPERATOR), new StringSerializer(), new StringSerializer())) {
            var event =
                    new ProducerRecord<>(HEARD, example.key(), example.data().toString());
            example.headers().forEach((name, value) -> event.headers().add(name, value.getBytes()));
            producer.send(event).get();
        }
    }

    /// The ids of what was sent, in the order of the topic.
    private List<String> sent() {
        try (var consumer = new KafkaConsumer<>(
                broker.clientProperties(Passwords.OPERATOR), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var ids = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> ids.add(
                                new String(event.headers().lastHeader("ce_id").value())));
            }
            return ids;
        }
    }
}
