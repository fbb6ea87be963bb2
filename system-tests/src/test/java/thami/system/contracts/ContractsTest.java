package thami.system.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.text;
import static thami.system.contracts.Contracts.FOLDER;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thami.system.contracts.Contracts.Event;
import thami.system.contracts.Contracts.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds together what is said about an event in several places.
class ContractsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// Names of fields that are about a person wherever they stand.
    private static final Pattern ABOUT_PEOPLE = Pattern.compile(
            "name|email|phone|organisation|occupation|reason|language|targetGroup|legalBasis|sub|issuer|.*[a-z]By");

    static Stream<Event> events() {
        return Contracts.events().values().stream();
    }

    static Stream<Topic> topics() {
        return Contracts.topics().values().stream();
    }

    @Test
    void everySchemaAndExampleBelongsToAnAnnouncedEvent() {
        assertThat(Contracts.schemas())
                .containsExactlyInAnyOrderElementsOf(events().map(Event::schema).collect(Collectors.toSet()));
        assertThat(Contracts.examples())
                .containsAll(events().map(Event::example).toList())
                .allSatisfy(example -> assertThat(Contracts.events())
                        .containsKey(typeOf(example).asString()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyAnnouncedEventIsNamedAfterItsOwnerAndItsSchema(Event event) {
        var service = event.owner().replace("-service", "");
        var name = event.type().substring(("thami." + service + ".").length());
        assertThat(event.type()).matches("thami\\.[a-z]+\\.[a-z-]+\\.v[1-9][0-9]*");
        assertThat(event.schema().getFileName()).hasToString(name + ".schema.json");
        assertThat(event.example().getFileName()).hasToString(name + ".json");
        assertThat(Contracts.json(event.schema()).at("/$id").asString())
                .isEqualTo("urn:" + event.type().replace('.', ':'));
    }

    @Test
    void everyExampleValidates() {
        assertThat(Contracts.examples()).allSatisfy(example -> {
            var event = Contracts.events().get(typeOf(example).asString());
            var schema = SCHEMAS.getSchema(Contracts.json(event.schema()));
            var data = Contracts.json(example).get("data");
            var errors = schema.validate(
                    data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(errors).as(example.toString()).isEmpty();
        });
    }

    @Test
    void everyFieldOfASchemaIsShownByAnExample() {
        assertThat(events()).allSatisfy(event -> {
            var fields = Contracts.json(event.schema()).get("properties").propertyNames();
            var shown = Contracts.examples().stream()
                    .filter(example -> typeOf(example).asString().equals(event.type()))
                    .flatMap(example -> Contracts.json(example).get("data").propertyNames().stream())
                    .collect(Collectors.toSet());
            assertThat(shown).as(event.type()).containsExactlyInAnyOrderElementsOf(fields);
        });
    }

    @Test
    void everyExampleHasTheHeadersOfACloudEvent() {
        assertThat(Contracts.examples()).allSatisfy(example -> {
            var json = Contracts.json(example);
            var headers = json.get("headers");
            var event = Contracts.events().get(typeOf(example).asString());
            var subject = json.get("key").asString();
            assertThat(json.propertyNames()).containsExactly("headers", "key", "data");
            assertThat(header(headers, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(headers, "ce_subject")).isEqualTo(subject);
            assertThat(header(headers, "ce_id")).isEqualTo(subject + ":" + header(headers, "ce_aggregatesequence"));
            assertThat(header(headers, "ce_source"))
                    .isEqualTo("urn:thami:" + event.owner().replace("-service", ""));
            assertThat(header(headers, "ce_dataschema"))
                    .isEqualTo(Contracts.json(event.schema()).get("$id").asString());
            assertThat(Instant.parse(header(headers, "ce_time"))).isNotNull();
            assertThat(header(headers, "content-type")).isEqualTo("application/json");
        });
    }

    @Test
    void noTwoExamplesAreTheSameRecord() {
        var ids = new HashSet<String>();
        assertThat(Contracts.examples()).allSatisfy(example -> {
            var event = Contracts.events().get(typeOf(example).asString());
            var id = Contracts.json(example).at("/headers/ce_id").asString();
            assertThat(ids.add(event.topic() + " " + id))
                    .as(example + " has the id of another")
                    .isTrue();
        });
    }

    @Test
    void examplesNameNoRealAddress() {
        var host = Pattern.compile("(?:@|https?://)([^/\"\\s:]+)");
        assertThat(Contracts.examples())
                .allSatisfy(example -> assertThat(
                                host.matcher(text(example)).results().map(match -> match.group(1)))
                        .allMatch(name -> name.endsWith(".example")));
    }

    @Test
    void publishedExamplesNeverChange() throws Exception {
        var published = text(FOLDER.resolve("examples.sha256"))
                .lines()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, _) -> a, TreeMap::new));
        var present = new TreeMap<String, String>();
        for (var example : Contracts.examples()) {
            present.put(FOLDER.relativize(example).toString().replace('\\', '/'), sha256(example));
        }
        assertThat(present)
                .as("add new examples to examples.sha256, leave old ones alone")
                .isEqualTo(published);
    }

    @Test
    void fieldsAboutPeopleAreMarked() {
        assertThat(Contracts.schemas())
                .allSatisfy(schema -> assertThat(unmarked(Contracts.json(schema), ""))
                        .as(schema.toString())
                        .isEmpty());
    }

    @Test
    void anUnmarkedNameWouldBeFound() {
        var planted = JsonMapper.shared().readTree("""
                {"properties": {"by": {"properties": {"name": {"type": "string"}}}}}""");
        assertThat(unmarked(planted, "")).containsExactly("/by/name");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicIsAnnouncedByItsOwnerAsItIsCreated(Topic topic) {
        var api = Contracts.asyncApis().get(topic.owner().replace("-service", ""));
        assertThat(api).as("AsyncAPI of " + topic.owner()).isNotNull();
        assertThat(api.get("channels").values().stream()
                        .filter(channel -> channel.get("address").asString().equals(topic.name())))
                .singleElement()
                .satisfies(channel -> {
                    var kafka = channel.at("/bindings/kafka");
                    assertThat(kafka.get("topic").asString()).isEqualTo(topic.name());
                    assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
                    var configuration = kafka.get("topicConfiguration");
                    assertThat(configuration.get("retention.ms").asLong())
                            .isEqualTo(topic.retention().getDays() * 86_400_000L);
                    assertThat(configuration.get("max.message.bytes").asInt()).isEqualTo(topic.maxBytes());
                });
    }

    @Test
    void onlyListedTopicsAreAnnouncedAndAllAreSentTo() {
        Contracts.asyncApis().forEach((service, api) -> {
            var channels = api.get("channels");
            assertThat(channels.values().stream()
                            .map(channel -> channel.get("address").asString()))
                    .containsExactlyInAnyOrderElementsOf(
                            topics().filter(topic -> topic.owner().equals(service + "-service"))
                                    .map(Topic::name)
                                    .toList());
            assertThat(api.get("operations").values().stream()
                            .map(operation -> operation.at("/channel/$ref").asString()))
                    .containsExactlyInAnyOrderElementsOf(channels.propertyNames().stream()
                            .map(name -> "#/channels/" + name)
                            .toList());
        });
    }

    @Test
    void whatMayFollowIsSaidOfEachEvent() {
        assertThat(Contracts.states()).containsOnlyKeys(Contracts.topics().keySet());
        Contracts.states().forEach((topic, states) -> {
            var names = events().filter(event -> event.topic().equals(topic))
                    .map(event -> event.type().replaceAll(".*\\.([a-z-]+)\\.v\\d+$", "$1"))
                    .collect(Collectors.toSet());
            var before = new HashSet<>(states.after().keySet());
            assertThat(before.remove(Contracts.States.FIRST)).isTrue();
            assertThat(before).isEqualTo(names);
            assertThat(states.after().values().stream().flatMap(List::stream).collect(Collectors.toSet()))
                    .isEqualTo(names);
        });
    }

    private static JsonNode typeOf(Path example) {
        return Contracts.json(example).at("/headers/ce_type");
    }

    private static String header(JsonNode headers, String name) {
        assertThat(headers.has(name)).as(name).isTrue();
        return headers.get(name).asString();
    }

    private static List<String> unmarked(JsonNode schema, String path) {
        if (schema.path("x-personal").asBoolean(false)) return List.of();
        return Stream.of("properties", "$defs")
                .flatMap(group -> schema.path(group).properties().stream())
                .<String>mapMulti((Map.Entry<String, JsonNode> field, Consumer<String> found) -> {
                    var where = path + "/" + field.getKey();
                    var judged = field.getValue().has("x-personal"); // false: somebody looked, it is not
                    if (!judged && ABOUT_PEOPLE.matcher(field.getKey()).matches()) found.accept(where);
                    unmarked(field.getValue(), where).forEach(found);
                })
                .toList();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
