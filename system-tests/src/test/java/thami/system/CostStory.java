package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Story;

/// What one person's way costs, counted: whoever makes it cost more has to say so in `cost-per-person.csv`.
///
/// Writes to the store, records, produce requests, bytes allocated; and reads where each is somebody's doing. How often
/// candidates, participations and entitlements are read depends on the machine: people look there whether it is done.
/// Applications, certificates and notifications are looked at by the clock too, by a sweeper of their own.
///
/// Of reads the middle of several people counts: with some of them a sweep finds a mail that is about to be
/// claimed, and asks for its words too, the more often the slower the machine is.
class CostStory {

    private static final int PEOPLE = 9;

    /// Looking whether it is done allocates too, the more often the slower the machine is.
    private static final double OF_ALLOCATED = 0.15;

    /// So many of all people's together, reads apart, may come from what is done by the clock: a change meets the
    /// relay's forgetting and is written once more, or a sweep a release that is not interrupted but slow.
    private static final double OF_ALL = 2;

    /// Where nobody looks whether it is done, and nothing looks by the clock.
    private static final Set<String> READ = Set.of(
            "notification-service find calls",
            "notification-service find recipients",
            "registration-service find calls");

    /// The sweeper looks at all collections of a service in turn: of how often this one is read more than that, it has
    /// no part.
    private static final String COHORTS = "cohort-service find cohorts";

    private static final String INTAKES = "cohort-service find intakes";
    private static final String BEYOND_INTAKES = COHORTS + " beyond intakes";

    private static final Pattern COMMANDS =
            Pattern.compile("^mongodb_driver_commands_seconds_count\\{(.*)} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(collection|command)=\"([^\"]*)\"");

    /// Forgotten sessions are deleted by the clock.
    private static final Pattern WRITE = Pattern.compile(" (insert|update|delete|findAndModify) (?!sessions)");
    private static final Pattern PEOPLES =
            Pattern.compile(".*/state/(documents.*|kafka/(registration|cohort|certificate)\\..*)");

    @Test
    void isWhatIsWrittenDown(@TempDir Path home) throws Exception {
        try (var system = ThamiSystem.start(home);
                var platform = Jvm.of(system.process("platform"));
                var allocating = Allocating.of(system)) {
            var story = system.story(Duration.ofMinutes(2));
            var call = story.openCall(PEOPLE + 1);
            var people = new People();
            goTheWay(story, call, people); // what is done once is done
            var counts = new ArrayList<>(List.of(counted(system, platform)));
            var announced = announced(system);
            List<String> synced;
            try (var syncs = platform.syncs()) {
                for (var i = 0; i < PEOPLE; i++) {
                    allocating.during(() -> goTheWay(story, call, people));
                    counts.add(counted(system, platform)); // when it is quiet: what is left to do for one is no other's
                }
                synced = syncs.stop();
            }

            var ofEach = new TreeMap<String, List<Double>>();
            for (var what : counts.getLast().keySet()) ofEach.put(what, ofEach(counts, what));
            var cost = new TreeMap<String, Double>();
            ofEach.forEach((what, each) -> cost.put(
                    what, each.stream().mapToDouble(Double::doubleValue).sum()));
            announced(system)
                    .forEach(
                            (type, all) -> cost.put("record " + type, (double) all - announced.getOrDefault(type, 0L)));
            cost.values().removeIf(all -> all == 0);
            cost.putAll(allocating.least());
            var found = table(cost, ofEach);
            var written = written();
            assertThat(cost.keySet()).as(found).isEqualTo(written.keySet());
            written.forEach((what, expected) -> {
                if (what.endsWith(Allocating.KILOBYTES))
                    assertThat(cost.get(what))
                            .as("%s in%n%s", what, found)
                            .isCloseTo(expected, withinPercentage(100 * OF_ALLOCATED));
                else if (what.contains(" find "))
                    assertThat(middle(Objects.requireNonNull(ofEach.get(what))))
                            .as("%s, the middle of all people in%n%s", what, found)
                            .isEqualTo(expected.doubleValue());
                else
                    assertThat(cost.get(what))
                            .as("%s of all people in%n%s", what, found)
                            .isCloseTo(PEOPLE * expected, within(OF_ALL));
            });
            // KRaft syncs its record of the cluster, by the clock; nobody waits for the disk on behalf of a person.
            assertThat(synced)
                    .as("syncs are seen at all")
                    .isNotEmpty()
                    .noneMatch(file -> PEOPLES.matcher(file).matches());
        }
    }

    private static void goTheWay(Story story, Story.Call call, People people) {
        var accepted = story.apply(call.id(), people.next(), UUID.randomUUID());
        story.admit(accepted, "B");
        var left = call.modules().size();
        story.missing(accepted, left);
        for (var module : call.modules()) {
            story.complete(accepted, module);
            story.missing(accepted, --left); // it was heard, so nothing of it waits to be sent
        }
        story.release(accepted);
        story.mails(accepted.person(), 3);
    }

    private static void awaitQuiet(ThamiSystem system) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> NemesisStory.assertQuiet(system));
    }

    private static Map<String, Double> counted(ThamiSystem system, Jvm platform) throws Exception {
        awaitQuiet(system);
        var counted = new TreeMap<String, Double>();
        for (var service : RepositoryFiles.SERVICES) {
            var port = system.port(service.replace("-service", ""));
            COMMANDS.matcher(Http.get("http://127.0.0.1:%d/actuator/prometheus".formatted(port))
                            .text())
                    .results()
                    .forEach(it -> counted.merge(
                            "%s %s %s"
                                    .formatted(
                                            service, label(it.group(1), "command"), label(it.group(1), "collection")),
                            Double.valueOf(it.group(2)),
                            Double::sum));
        }
        counted.put(BEYOND_INTAKES, counted.getOrDefault(COHORTS, 0.0) - counted.getOrDefault(INTAKES, 0.0));
        counted.keySet().removeIf(what -> !isCounted(what));
        counted.put("requests to produce", (double) platform.requests("Produce"));
        return counted;
    }

    private static Map<String, Long> announced(ThamiSystem system) throws IOException {
        return new Announced(system.broker().everything()).byType();
    }

    private static boolean isCounted(String what) {
        return READ.contains(what)
                || what.equals(BEYOND_INTAKES)
                || WRITE.matcher(what).find();
    }

    private static String label(String labels, String name) {
        return LABEL.matcher(labels)
                .results()
                .filter(it -> it.group(1).equals(name))
                .map(it -> it.group(2))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Long> written() throws IOException {
        try (var file = Objects.requireNonNull(CostStory.class.getResourceAsStream("/cost-per-person.csv"))) {
            return new String(file.readAllBytes())
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(it -> it[0], it -> Long.valueOf(it[1]), Long::sum, TreeMap::new));
        }
    }

    private static List<Double> ofEach(List<Map<String, Double>> counts, String what) {
        return IntStream.range(1, counts.size())
                .mapToObj(person -> counts.get(person).getOrDefault(what, 0.0)
                        - counts.get(person - 1).getOrDefault(what, 0.0))
                .toList();
    }

    private static double middle(List<Double> ofEach) {
        return ofEach.stream().sorted().toList().get(ofEach.size() / 2);
    }

    private static String table(Map<String, Double> cost, Map<String, List<Double>> ofEach) {
        return cost.entrySet().stream()
                .map(it ->
                        "%s,%s,%s".formatted(it.getKey(), it.getValue(), ofEach.getOrDefault(it.getKey(), List.of())))
                .collect(Collectors.joining(
                        "\n", "what,of %d people; allocated: the least,of each\n".formatted(PEOPLE), "\n"));
    }
}
