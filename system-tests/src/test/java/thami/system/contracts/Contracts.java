package thami.system.contracts;

import static thami.system.RepositoryFiles.below;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.text;
import static thami.system.RepositoryFiles.yaml;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `contracts/` says: topics, and events by their `ce_type`.
public final class Contracts {

    static final Path FOLDER = path("contracts");
    private static final JsonMapper JSON = JsonMapper.shared();

    private Contracts() {}

    public record Topic(
            String name, String owner, List<String> consumers, int partitions, Period retention, int maxBytes) {}

    /// @param of the field that says what an event is about within its aggregate; empty: all of it
    /// @param after names of events, by that of the one before
    public record States(String of, Map<String, List<String>> after) {

        public static final String FIRST = "first";
    }

    /// One event as an AsyncAPI file announces it; the paths need not exist.
    record Event(String type, String topic, String owner, Path schema, Path example) {}

    @SuppressWarnings("unchecked")
    public static Map<String, Topic> topics() {
        var file = yaml(FOLDER.resolve("topics.yaml"));
        var defaults = (Map<String, Object>) file.get("defaults");
        var topics = new LinkedHashMap<String, Topic>();
        for (var entry : (List<Map<String, Object>>) file.get("topics")) {
            var all = new LinkedHashMap<>(defaults);
            all.putAll(entry);
            var name = (String) all.get("name");
            var topic = new Topic(
                    name,
                    (String) all.get("owner"),
                    (List<String>) all.get("consumers"),
                    (int) all.get("partitions"),
                    Period.parse((String) all.get("retention")),
                    (int) all.get("max-message-bytes"));
            if (topics.put(name, topic) != null) throw new IllegalStateException(name + " is listed twice");
        }
        return topics;
    }

    /// Which event may follow upon which, by topic.
    @SuppressWarnings("unchecked")
    public static Map<String, States> states() {
        var states = new LinkedHashMap<String, States>();
        yaml(FOLDER.resolve("states.yaml")).forEach((topic, value) -> {
            var table = (Map<String, Object>) value;
            states.put(topic, new States((String) table.getOrDefault("of", ""), (Map<String, List<String>>)
                    table.get("after")));
        });
        return states;
    }

    /// Folder name (`registration`) to the AsyncAPI document of that service.
    static Map<String, JsonNode> asyncApis() {
        return below(FOLDER, "asyncapi.yaml").stream()
                .collect(Collectors.toMap(
                        file -> file.getParent().getFileName().toString(),
                        file -> JSON.valueToTree(yaml(file)),
                        (a, _) -> a,
                        LinkedHashMap::new));
    }

    /// By `ce_type`.
    static Map<String, Event> events() {
        var events = new LinkedHashMap<String, Event>();
        asyncApis()
                .forEach((service, api) -> api.get("channels")
                        .forEach(channel -> channel.get("messages").forEach(reference -> {
                            var message = resolve(api, reference);
                            var type = message.get("name").asString();
                            var folder = FOLDER.resolve(service);
                            var event = new Event(
                                    type,
                                    channel.get("address").asString(),
                                    service + "-service",
                                    folder.resolve(message.at("/payload/$ref").asString())
                                            .normalize(),
                                    folder.resolve(message.get("x-example").asString())
                                            .normalize());
                            if (events.put(type, event) != null)
                                throw new IllegalStateException(type + " is announced twice");
                        })));
        return events;
    }

    static TreeSet<String> typesSentBy(String service) {
        return events().values().stream()
                .filter(event -> event.owner().equals(service))
                .map(Event::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Path> schemas() {
        return below(FOLDER, ".schema.json");
    }

    static List<Path> examples() {
        return Stream.of("registration", "cohort", "certificate", "notification")
                .flatMap(service -> below(FOLDER.resolve(service).resolve("examples"), ".json").stream())
                .toList();
    }

    static JsonNode json(Path file) {
        return Files.exists(file) ? JSON.readTree(text(file)) : JSON.missingNode();
    }

    private static JsonNode resolve(JsonNode document, JsonNode reference) {
        return document.at(reference.get("$ref").asString().substring(1));
    }
}
