package thami.system.contracts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static thami.system.RepositoryFiles.below;
import static thami.system.RepositoryFiles.path;
import static thami.system.RepositoryFiles.text;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import thami.system.RepositoryFiles;
import thami.system.contracts.Contracts.Topic;

/// Each service's README says exactly what its sources and the contracts say.
class ServiceCanvasTest {

    static final Iterable<String> SERVICES = RepositoryFiles.SERVICES;

    private static final Pattern TYPE = Pattern.compile("\"(thami\\.[a-z]+\\.[a-z-]+\\.v[0-9]+)\"");
    private static final Pattern DESTINATION = Pattern.compile("destination:\\s*([a-z0-9.]+)");
    private static final Predicate<String> ANNOUNCES =
            Pattern.compile("implements\\s+Announcements<").asPredicate();

    @ParameterizedTest
    @FieldSource("SERVICES")
    void publishesWhatItsContractSaysAndItsSourcesAnnounce(String service) {
        var canvas = canvas(service);
        var announced = typesIn(service, ANNOUNCES);
        assertThat(announced).isEqualTo(Contracts.typesSentBy(service));
        assertThat(canvas.publishes()).isEqualTo(byTopic(announced));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void listensToWhatItsRoutingTablesName(String service) {
        var canvas = canvas(service);
        var routed = typesIn(service, ANNOUNCES.negate());
        assertThat(Contracts.events()).containsKeys(routed.toArray(String[]::new));
        assertThat(canvas.listensTo()).isEqualTo(byTopic(routed));
    }

    /// What nobody here has heard of becomes a dead letter: so it has to be named, if only to let it pass by.
    @ParameterizedTest
    @FieldSource("SERVICES")
    void namesEveryTypeOfTheTopicsThatItReads(String service) {
        var topics = topicsReadBy(service);
        var sent = Contracts.events().keySet().stream()
                .filter(type -> topics.contains(Contracts.events().get(type).topic()))
                .collect(toCollection(TreeSet::new));
        assertThat(typesIn(service, ANNOUNCES.negate())).isEqualTo(sent);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void readsTheTopicsOfWhichItIsAConsumer(String service) {
        var routed = byTopic(typesIn(service, ANNOUNCES.negate())).keySet();
        assertThat(routed).isEqualTo(topicsReadBy(service));
        assertThat(boundTopics(service)).isEqualTo(routed);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void saysEverythingOnOnePage(String service) {
        var readme = text(path(service).resolve("README.md"));
        assertThat(readme).contains("## API", "## Publishes", "## Listens to", "## Invariants", "## Run it");
        assertThat(readme.lines().count()).as("lines").isLessThan(150);
    }

    @Test
    void aCanvasIsReadByItsTwoTables() {
        var canvas = ServiceCanvas.of("""
                # some-service

                ## Publishes

                | event | topic | when |
                |---|---|---|
                | `thami.some.thing-done.v1` | `some.things.v1` | a thing is done |

                ## Listens to

                | event | topic | effect |
                |---|---|---|
                | `thami.other.thing-lost.v1` | `other.things.v1` | it is looked for |
                | `thami.other.thing-found.v1` | `other.things.v1` | it is put back |

                ## Invariants

                | `thami.no.event.v1` | `no.topic.v1` | not in a table of events |
                """);

        assertThat(canvas.publishes()).isEqualTo(Map.of("some.things.v1", Set.of("thami.some.thing-done.v1")));
        assertThat(canvas.listensTo())
                .isEqualTo(
                        Map.of("other.things.v1", Set.of("thami.other.thing-lost.v1", "thami.other.thing-found.v1")));
    }

    private static ServiceCanvas canvas(String service) {
        return ServiceCanvas.of(text(path(service).resolve("README.md")));
    }

    /// The event types that the sources of this kind name.
    private static TreeSet<String> typesIn(String service, Predicate<String> kind) {
        return messagingSources(service)
                .map(RepositoryFiles::text)
                .filter(kind)
                .flatMap(source -> TYPE.matcher(source).results())
                .map((MatchResult match) -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> messagingSources(String service) {
        return below(path(service).resolve("src/main/java"), ".java").stream()
                .filter(file -> file.getParent().endsWith("messaging"));
    }

    private static Map<String, TreeSet<String>> byTopic(Set<String> types) {
        return types.stream()
                .collect(groupingBy(
                        type -> Contracts.events().get(type).topic(), TreeMap::new, toCollection(TreeSet::new)));
    }

    private static Set<String> topicsReadBy(String service) {
        return Contracts.topics().values().stream()
                .filter(topic -> topic.consumers().contains(service))
                .map(Topic::name)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> boundTopics(String service) {
        return DESTINATION
                .matcher(text(path(service).resolve("src/main/resources/application.yaml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
