package thami.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    private static final String APPLICATIONS = "registration.applications.v1";
    private static final String DEAD_LETTERS = APPLICATIONS + ".cohort-service.dlt";

    private static @TempDir Path folder;
    private static Broker broker;

    @BeforeAll
    static void start() {
        broker = Broker.start(folder.resolve("main"), Topics.ofContracts());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theListOfContractsNamesTheFourServices() {
        assertThat(Topics.ofContracts().services())
                .containsExactly(
                        "certificate-service", "cohort-service", "notification-service", "registration-service");
    }

    @Test
    void everyTopicHasItsPartitionsRetentionAndADeadLetterTopicPerConsumer() throws Exception {
        try (var admin = Admin.create(broker.clientProperties(Passwords.OPERATOR))) {
            var names = admin.listTopics().names().get();
            for (var topic : Topics.ofContracts().all()) {
                var dead = topic.deadLetterTopics().toList();
                assertThat(names).contains(topic.name()).containsAll(dead);
                assertThat(admin.describeTopics(List.of(topic.name(), dead.getFirst()))
                                .allTopicNames()
                                .get()
                                .values())
                        .allSatisfy(it -> assertThat(it.partitions()).hasSize(12));
                assertThat(config(admin, topic.name(), "retention.ms"))
                        .isEqualTo("" + Duration.ofDays(30).toMillis());
                assertThat(Integer.parseInt(config(admin, dead.getFirst(), "max.message.bytes")))
                        .isGreaterThan(Integer.parseInt(config(admin, topic.name(), "max.message.bytes")));
            }
        }
    }

    @Test
    void aDamagedFolderIsRefusedByName() throws Exception {
        var damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.write(damaged.resolve("meta.properties"), new byte[] {0, 1, 2});

        assertThatThrownBy(() -> Broker.start(damaged, Topics.ofContracts()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(damaged.toString());
    }

    @Test
    void groupOffsetsAreKeptLongerThanRecords() throws Exception {
        try (var admin = Admin.create(broker.clientProperties(Passwords.OPERATOR))) {
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var minutes =
                    admin.describeConfigs(List.of(node)).all().get().get(node).get("offsets.retention.minutes");
            assertThat(Duration.ofMinutes(Long.parseLong(minutes.value()))).isGreaterThan(Duration.ofDays(30));
        }
    }

    @Test
    void theOwnerWritesAndAConsumerReads() throws Exception {
        write(broker, "registration-service", APPLICATIONS, "written by its owner");

        assertThat(read(broker, "cohort-service", "cohort-service", APPLICATIONS))
                .contains("written by its owner");
    }

    @Test
    void nobodyElseWritesATopicNotEvenItsConsumer() {
        assertThatThrownBy(() -> write(broker, "cohort-service", APPLICATIONS, "forged"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write(broker, "certificate-service", APPLICATIONS, "forged"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void whoIsNoConsumerReadsNothing() {
        assertThatThrownBy(() -> read(broker, "certificate-service", "certificate-service", APPLICATIONS))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aServiceUsesNoGroupButItsOwn() {
        assertThatThrownBy(() -> read(broker, "notification-service", "certificate-service", APPLICATIONS))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void aConsumerWritesAndReadsItsOwnDeadLettersOnly() throws Exception {
        write(broker, "cohort-service", DEAD_LETTERS, "unreadable");

        assertThat(read(broker, "cohort-service", "cohort-service.dead-letters", DEAD_LETTERS))
                .contains("unreadable");
        assertThatThrownBy(() -> write(broker, "notification-service", DEAD_LETTERS, "forged"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aWrongPasswordIsRefused() {
        var properties = new HashMap<>(broker.clientProperties("cohort-service"));
        properties.compute(
                "sasl.jaas.config",
                (_, login) -> login.toString().replace(broker.passwords().of("cohort-service"), "guessed"));
        try (var admin = Admin.create(properties)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void recordsSurviveARestart() throws Exception {
        var topics = Topics.ofContracts().withPartitions(1);
        var passwords = Passwords.random(topics.services());
        var logs = folder.resolve("restarted");
        try (var first = Broker.start(logs, Ports.free(), topics, passwords)) {
            write(first, "registration-service", APPLICATIONS, "kept");
        }
        try (var second = Broker.start(logs, Ports.free(), topics, passwords)) {
            assertThat(read(second, "cohort-service", "cohort-service", APPLICATIONS))
                    .containsExactly("kept");
        }
    }

    private static String config(Admin admin, String topic, String name)
            throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private static void write(Broker broker, String service, String topic, String value) throws Exception {
        var properties = with(broker.clientProperties(service), Map.of("max.block.ms", "10000"));
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static List<String> read(Broker broker, String service, String group, String topic) {
        var properties =
                with(broker.clientProperties(service), Map.of("group.id", group, "auto.offset.reset", "earliest"));
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var values = new ArrayList<String>();
            for (int polls = 0; polls < 60 && values.isEmpty(); polls++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static Map<String, Object> with(Map<String, Object> properties, Map<String, Object> more) {
        var all = new HashMap<>(properties);
        all.putAll(more);
        return all;
    }
}
