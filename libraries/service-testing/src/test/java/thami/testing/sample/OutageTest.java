package thami.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static thami.testing.sample.SampleService.HEARD;
import static thami.testing.sample.SampleService.TOPIC;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import thami.testing.Example;
import thami.testing.Stores;

/// A broker that gives no rights, that is away at the start, that hangs, that is killed, that has no room for dead
/// letters or for records, and that has lost a topic. One story on one service and one broker's folder, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    static Path folder;

    private final String database = "test-" + UUID.randomUUID();
    private int port;
    private ConfigurableApplicationContext service;
    private Child broker;

    @BeforeAll
    void startTheServiceWithoutABroker() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var address = "127.0.0.1:" + port;
        service = new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Stores.uri(),
                        "--spring.mongodb.database=" + database,
                        "--spring.kafka.bootstrap-servers=" + address,
                        "--spring.cloud.stream.kafka.binder.brokers=" + address,
                        "--thami.kafka.password=" + BrokerProcess.PASSWORD,
                        "--thami.delivery.sweep-every=500ms",
                        "--thami.delivery.sweep-after=1s",
                        "--thami.delivery.acknowledgement=6s");
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.getBean(MongoOperations.class).getCollection("samples").drop();
            service.close();
        }
        if (broker != null) broker.close();
    }

    @Test
    @Order(0)
    void aServiceThatIsThereBeforeItsRightsSendsEverythingOnceItHasThem() throws Exception {
        startBroker();
        try (var admin = Admin.create(client())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !rights(admin).isEmpty());
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos()); // until the broker's start has ended
            var all = rights(admin);
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            await().atMost(PATIENCE).until(() -> rights(admin).isEmpty());
            var saved = save(5);
            awaitFailures(5);
            assertThat(pending()).isEqualTo(5);

            admin.createAcls(all).all().get();

            assertThat(awaitSent(saved)).isEqualTo(saved);
        }
        await().atMost(PATIENCE).until(() -> pending() == 0);
        broker.close();
    }

    @Test
    @Order(1)
    void withTheBrokerAwayAtTheStartSavingSucceedsAndEverythingIsSentOnceItIsThere() throws IOException {
        var saved = save(20);
        assertThat(pending()).isEqualTo(20);
        var meters = service.getBean(MeterRegistry.class);
        await().atMost(PATIENCE)
                .until(() -> meters.get("thami.outbox.size").gauge().value() == 20);
        assertThat(meters.get("thami.outbox.age").gauge().value())
                .as("seconds since the save, not since what it tells of")
                .isBetween(0.0, (double) PATIENCE.toSeconds());

        startBroker();

        assertThat(awaitSent(saved)).isEqualTo(saved);
        await().atMost(PATIENCE).until(() -> pending() == 0);
    }

    @Test
    @Order(2)
    void whileTheBrokerHangsNothingCountsAsSentAndTheFiguresSaySo() throws Exception {
        broker.signal("STOP");
        var started = System.nanoTime();
        var saved = save(30);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        var meters = service.getBean(MeterRegistry.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meters.get("thami.outbox.size").gauge().value()).isEqualTo(30);
            assertThat(meters.get("thami.outbox.failed").counter().count()).isPositive();
        });
        assertThat(pending()).isEqualTo(30);

        broker.signal("CONT");

        assertThat(awaitSent(saved)).isEqualTo(saved);
    }

    @Test
    @Order(3)
    void aKilledBrokerKeepsWhatItAcknowledgedAndGetsTheRestInOrder() throws Exception {
        var before = save(10);
        awaitSent(before);
        broker.close();
        var meanwhile = save(10);

        startBroker();

        assertThat(awaitSent(meanwhile)).isEqualTo(meanwhile);
        assertThat(firstOccurrences(before.keySet())).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aRecordIsNotGivenUpWhileTheDeadLetterTopicHasNoRoomForIt() throws Exception {
        var deadLetters = new ConfigResource(ConfigResource.Type.TOPIC, HEARD + ".cohort-service.dlt");
        limit(deadLetters, "1");
        var kept = deadLetters("kept");
        var unkept = deadLetters("unkept");
        publish("not JSON".getBytes(StandardCharsets.UTF_8), UUID.randomUUID());
        var next = tell();
        await().atMost(PATIENCE).until(() -> deadLetters("unkept") > unkept);
        LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
        assertThat(deadLetters("unkept") - unkept)
                .as("it is not tried without a pause")
                .isLessThan(10);
        assertThat(samples().findById(new Sample.Id(next))).isEmpty();

        limit(deadLetters, "2097152");

        awaitHeard(next);
        assertThat(deadLetters("kept") - kept).isEqualTo(1);
    }

    @Test
    @Order(5)
    void aRecordIsNotGivenUpWhileItsDeadLetterTopicIsGone() throws Exception {
        var deadLetters = HEARD + ".cohort-service.dlt";
        deleteTopic(deadLetters);
        var kept = deadLetters("kept");
        var unkept = deadLetters("unkept");
        var unreadable = publish("not JSON".getBytes(StandardCharsets.UTF_8), UUID.randomUUID());
        var next = tell();
        await().atMost(PATIENCE).until(() -> deadLetters("unkept") > unkept);
        assertThat(committed()).isLessThanOrEqualTo(unreadable);
        assertThat(samples().findById(new Sample.Id(next))).isEmpty();

        createTopic(deadLetters);

        awaitHeard(next);
        assertThat(deadLetters("kept") - kept).isEqualTo(1);
        assertThat(end(deadLetters)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> committed() > unreadable);
    }

    @Test
    @Order(6)
    void nothingIsGivenUpWhileTheTopicHasNoRoomForIt() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        limit(topic, "1");
        var saved = save(10);
        awaitFailures(10);
        assertThat(pending()).isEqualTo(10);

        limit(topic, "2097152");

        assertThat(awaitSent(saved)).isEqualTo(saved);
    }

    @Test
    @Order(7)
    void whileItsTopicIsGoneNothingCountsAsSentAndTheNewOneGetsItInOrder() throws Exception {
        deleteTopic(TOPIC);
        var saved = save(10);
        awaitFailures(1);
        assertThat(pending()).isEqualTo(10);

        createTopic(TOPIC);

        assertThat(awaitSent(saved)).isEqualTo(saved);
        await().atMost(PATIENCE).until(() -> pending() == 0);
    }

    @Test
    @Order(8)
    void aTopicThatWasGoneIsReadFromItsBeginning() throws Exception {
        deleteTopic(HEARD);
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos()); // until the consumer has noticed
        createTopic(HEARD);

        awaitHeard(tell());
    }

    private static Collection<AclBinding> rights(Admin admin) throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    private void deleteTopic(String topic) throws Exception {
        try (var admin = Admin.create(client())) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    private void createTopic(String topic) throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private void awaitFailures(int more) {
        var failed =
                service.getBean(MeterRegistry.class).get("thami.outbox.failed").counter();
        var before = failed.count();
        await().atMost(PATIENCE).until(() -> failed.count() >= before + more);
    }

    /// Two events each.
    private Map<UUID, List<Integer>> save(int many) {
        var saved = new LinkedHashMap<UUID, List<Integer>>();
        IntStream.range(0, many).forEach(_ -> {
            var sample = Sample.of(UUID.randomUUID());
            sample.increase(NOW);
            sample.increase(NOW);
            samples().save(sample);
            saved.put(sample.id().value(), List.of(1, 2));
        });
        return saved;
    }

    private Map<UUID, List<Integer>> awaitSent(Map<UUID, List<Integer>> saved) {
        await().atMost(PATIENCE).until(() -> firstOccurrences(saved.keySet()).equals(saved));
        return firstOccurrences(saved.keySet());
    }

    /// The sequences per key, in the order in which each came first.
    private Map<UUID, List<Integer>> firstOccurrences(Set<UUID> keys) {
        var found = new LinkedHashMap<UUID, LinkedHashSet<Integer>>();
        keys.forEach(key -> found.put(key, new LinkedHashSet<>()));
        var partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> Stream.ofNullable(found.get(UUID.fromString(event.key())))
                                .forEach(sequences -> sequences.add(sequence(event.headers()
                                        .lastHeader("ce_aggregatesequence")
                                        .value()))));
            }
        }
        var lists = new LinkedHashMap<UUID, List<Integer>>();
        found.forEach((key, sequences) -> lists.put(key, new ArrayList<>(sequences)));
        return lists;
    }

    private static int sequence(byte[] header) {
        return Integer.parseInt(new String(header, StandardCharsets.UTF_8));
    }

    /// A fact about somebody new.
    private UUID tell() throws Exception {
        var id = UUID.randomUUID();
        var example = Example.of("registration/application-submitted.v1").with("applicationId", id.toString());
        publish(example.data().toString().getBytes(StandardCharsets.UTF_8), id);
        return id;
    }

    private void awaitHeard(UUID id) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(samples().findById(new Sample.Id(id))).isPresent());
    }

    private double deadLetters(String outcome) {
        return service.getBean(MeterRegistry.class)
                .get("thami.deadletters." + outcome)
                .counter()
                .count();
    }

    /// The offset from which the service would go on after a restart.
    private long committed() throws Exception {
        try (var admin = Admin.create(client())) {
            var offsets = admin.listConsumerGroupOffsets("cohort-service")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offset = offsets.get(new TopicPartition(HEARD, 0));
            return offset == null ? 0 : offset.offset();
        }
    }

    private long end(String topic) throws Exception {
        var partition = new TopicPartition(topic, 0);
        try (var admin = Admin.create(client())) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    /// @return its offset
    private long publish(byte[] value, UUID key) throws Exception {
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
            var event = new ProducerRecord<>(HEARD, key.toString(), value);
            Example.of("registration/application-submitted.v1")
                    .about(key, 1)
                    .headers()
                    .forEach((name, header) -> event.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
            return producer.send(event).get().offset();
        }
    }

    private void limit(ConfigResource topic, String bytes) throws Exception {
        try (var admin = Admin.create(client())) {
            var operation = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(operation)))
                    .all()
                    .get();
        }
    }

    private long pending() {
        return service.getBean(MongoOperations.class)
                .count(Query.query(Criteria.where("outboxPendingSince").exists(true)), "samples");
    }

    private Samples samples() {
        return service.getBean(Samples.class);
    }

    private void startBroker() throws IOException {
        broker = Child.start(BrokerProcess.class, Map.of("folder", folder.toString(), "port", Integer.toString(port)));
    }

    private Map<String, Object> client() {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"platform\" password=\""
                        + BrokerProcess.PASSWORD + "\";");
    }
}
