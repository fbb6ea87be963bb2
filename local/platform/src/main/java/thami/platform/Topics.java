package thami.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The topics of `contracts/topics.yaml`: who owns each, who reads it, how long and how large its records may be.
public record Topics(List<Topic> all) {

    private static final String CONTRACTS = "/thami/contracts/topics.yaml";

    public Topics {
        all = List.copyOf(all);
    }

    /// The list of this build.
    public static Topics ofContracts() {
        try (var yaml = Objects.requireNonNull(Topics.class.getResourceAsStream(CONTRACTS), CONTRACTS)) {
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a list in the format of `contracts/topics.yaml`; a topic may override each of the defaults.
    public static Topics read(InputStream yaml) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        var defaults = entries(file.get("defaults"));
        return new Topics(((List<?>) required(file, "topics"))
                .stream().map(topic -> Topic.of(entries(topic), defaults)).toList());
    }

    /// The same topics with fewer partitions: a test that is not about them starts faster.
    public Topics withPartitions(int partitions) {
        return new Topics(
                all.stream().map(topic -> topic.withPartitions(partitions)).toList());
    }

    /// Every service that owns or reads a topic; each is a principal of the broker.
    public SortedSet<String> services() {
        var services = new TreeSet<String>();
        all.forEach(topic -> {
            services.add(topic.owner());
            services.addAll(topic.consumers());
        });
        return services;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entries(@org.jspecify.annotations.Nullable Object yaml) {
        return yaml == null ? Map.of() : (Map<String, Object>) yaml;
    }

    private static Object required(Map<String, Object> entries, String name) {
        var value = entries.get(name);
        if (value == null)
            throw new IllegalArgumentException("topics.yaml: '%s' is missing in %s".formatted(name, entries));
        return value;
    }

    /// One topic. Each consumer has a dead-letter topic of its own beside it.
    public record Topic(
            String name,
            String owner,
            List<String> consumers,
            int partitions,
            Duration retention,
            int maxMessageBytes,
            int deadLetterMaxMessageBytes) {

        public Topic {
            consumers = List.copyOf(consumers);
        }

        static Topic of(Map<String, Object> own, Map<String, Object> defaults) {
            var all = new java.util.HashMap<>(defaults);
            all.putAll(own);
            return new Topic(
                    (String) required(all, "name"),
                    (String) required(all, "owner"),
                    ((List<?>) required(all, "consumers"))
                            .stream().map(String.class::cast).toList(),
                    (Integer) required(all, "partitions"),
                    Duration.parse((String) required(all, "retention")),
                    (Integer) required(all, "max-message-bytes"),
                    (Integer) required(all, "dead-letter-max-message-bytes"));
        }

        public static String deadLetters(String topic, String consumer) {
            return "%s.%s.dlt".formatted(topic, consumer);
        }

        public Stream<String> deadLetterTopics() {
            return consumers.stream().map(consumer -> deadLetters(name, consumer));
        }

        Topic withPartitions(int partitions) {
            return new Topic(name, owner, consumers, partitions, retention, maxMessageBytes, deadLetterMaxMessageBytes);
        }
    }
}
