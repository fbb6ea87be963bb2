package thami.system.compose;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that gives the broker its topics and rights, run with stand-ins for Kafka's tools that note what they are
/// told.
@DisabledOnOs(OS.WINDOWS)
class KafkaProvisionTest {

    @TempDir
    Path folder;

    private List<String> orders;

    @BeforeEach
    void run() throws IOException, InterruptedException {
        for (var tool : List.of("kafka-topics.sh", "kafka-acls.sh")) {
            Files.createFile(
                    folder.resolve(tool),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(folder.resolve(tool), "#!/bin/sh\necho \"$@\" >> " + folder.resolve("orders") + "\n");
        }
        var script = new ProcessBuilder(
                        "sh",
                        path("compose/kafka/provision.sh").toString(),
                        path("contracts/topics.yaml").toString())
                .inheritIO();
        script.environment()
                .putAll(Map.of("KAFKA_BIN", folder.toString(), "BOOTSTRAP", "kafka:9092", "CLIENT", "some.properties"));
        var process = script.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        orders = Files.readAllLines(folder.resolve("orders"));
        assertThat(orders)
                .allMatch(order -> order.startsWith("--bootstrap-server kafka:9092 --command-config some.properties "));
    }

    @Test
    void createsEveryTopicWithItsDeadLetterTopics() {
        var expected = new TreeSet<String>();
        for (var topic : topics()) {
            expected.add(created(topic, (String) topic.get("name"), "max-message-bytes"));
            for (var consumer : consumers(topic))
                expected.add(
                        created(topic, topic.get("name") + "." + consumer + ".dlt", "dead-letter-max-message-bytes"));
        }
        assertThat(ordersWith("--create ")).isEqualTo(expected);
    }

    @Test
    void letsOnlyTheOwnerWriteAndOnlyConsumersRead() {
        var expected = new TreeSet<String>();
        for (var topic : topics()) {
            var name = (String) topic.get("name");
            expected.add("User:%s Write Describe on topic %s".formatted(topic.get("owner"), name));
            for (var consumer : consumers(topic)) {
                expected.add("User:%s Read Describe on topic %s".formatted(consumer, name));
                expected.add("User:%1$s Read Write Describe on topic %2$s.%1$s.dlt".formatted(consumer, name));
                expected.add("User:%1$s Read Describe on group %1$s".formatted(consumer));
                expected.add("User:%1$s Read Describe on group %1$s. prefixed".formatted(consumer));
            }
        }
        assertThat(ordersWith("--add ").stream()
                        .map(order -> order.replaceAll("--(allow-principal|operation) ", "")
                                .replace("--add ", "")
                                .replace("--resource-pattern-type ", "")
                                .replaceAll("--(topic|group) ", "on $1 ")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private TreeSet<String> ordersWith(String what) {
        return orders.stream()
                .filter(order -> order.contains(what))
                .map(order -> order.substring(order.indexOf(what)))
                .collect(toCollection(TreeSet::new));
    }

    private static String created(Map<String, Object> topic, String name, String size) {
        return ("--create --if-not-exists --topic %s --partitions %s --replication-factor 1"
                        + " --config retention.ms=%d --config max.message.bytes=%s")
                .formatted(
                        name,
                        topic.get("partitions"),
                        Period.parse((String) topic.get("retention")).getDays() * 86_400_000L,
                        topic.get(size));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> topics() {
        var file = yaml(path("contracts/topics.yaml"));
        var topics = new ArrayList<Map<String, Object>>();
        for (var topic : (List<Map<String, Object>>) file.get("topics")) {
            var all = new HashMap<>((Map<String, Object>) file.get("defaults"));
            all.putAll(topic);
            topics.add(all);
        }
        return topics;
    }

    @SuppressWarnings("unchecked")
    private static List<String> consumers(Map<String, Object> topic) {
        return (List<String>) topic.get("consumers");
    }
}
