package thami.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import thami.system.contracts.Contracts;

/// The broker of a running system, for somebody who may do everything there.
record Broker(String address, String password) {

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"platform\" password=\"%s\";"
                        .formatted(password));
    }

    /// All that lies in our topics now, of each partition in the order of its offsets.
    List<ConsumerRecord<String, byte[]>> everything() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().matches("(registration|cohort|certificate)\\.[a-z]+\\.v\\d+"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it)))
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            all.sort(Comparator.comparing(ConsumerRecord<String, byte[]>::topic)
                    .thenComparing(ConsumerRecord::partition)
                    .thenComparing(ConsumerRecord::offset));
            return all;
        }
    }

    /// How many records this group has not yet done with, of all that the contracts give it to read.
    long lag(String group) throws ExecutionException, InterruptedException {
        var read = partitionsOf(group);
        try (var admin = Admin.create(settings());
                var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return lag(consumer.endOffsets(read), consumer.beginningOffsets(read), done);
        }
    }

    static List<TopicPartition> partitionsOf(String group) {
        return Contracts.topics().values().stream()
                .filter(topic -> topic.consumers().contains(group))
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    /// Where a group has done with no record, the broker names no offset: all that lies there is left to do.
    static long lag(
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, OffsetAndMetadata> done) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    var offset = done.get(end.getKey());
                    return end.getValue() - (offset == null ? beginnings.get(end.getKey()) : offset.offset());
                })
                .sum();
    }

    /// Lets this group, whose members are gone, read everything anew.
    void rewind(String group) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings())) {
            var known = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet();
            admin.alterConsumerGroupOffsets(
                            group, known.stream().collect(Collectors.toMap(it -> it, _ -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
    }

    /// How large a record of this topic may be.
    void limit(String topic, int bytes) throws ExecutionException, InterruptedException {
        var limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes));
        try (var admin = Admin.create(settings())) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    void send(ProducerRecord<String, byte[]> sent) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(sent).get();
        }
    }
}
