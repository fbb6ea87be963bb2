package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Story;

/// What one person's way costs, counted: whoever makes it cost more has to say so in `cost-per-person.csv`.
///
/// Writes to the store, records, produce requests, bytes allocated; not reads: how often somebody looks whether it is
/// done depends on the machine.
class CostStory {

    private static final int PEOPLE = 9;

    /// Looking whether it is done allocates too, the more often the slower the machine is.
    private static final double OF_ALLOCATED = 0.15;

    private static final Pattern COMMANDS =
            Pattern.compile("^mongodb_driver_commands_seconds_count\\{(.*)} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(collection|command)=\"([^\"]*)\"");
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
            var before = counted(system, platform);
            List<String> synced;
            try (var syncs = platform.syncs()) {
                for (var i = 0; i < PEOPLE; i++) allocating.during(() -> goTheWay(story, call, people));
                synced = syncs.stop();
            }
            var after = counted(system, platform);

            var cost = new TreeMap<String, Double>();
            after.forEach((what, count) -> cost.put(what, (count - before.getOrDefault(what, 0.0)) / PEOPLE));
            cost.values().removeIf(each -> Math.round(each) == 0); // what housekeeping does by the clock
            cost.putAll(allocating.least());
            var found = table(cost);
            var written = written();
            assertThat(cost.keySet()).as(found).isEqualTo(written.keySet());
            written.forEach((what, expected) -> {
                if (what.endsWith(Allocating.KILOBYTES))
                    assertThat(cost.get(what))
                            .as("%s in%n%s", what, found)
                            .isCloseTo(expected, withinPercentage(100 * OF_ALLOCATED));
                // Whole ones: now and then a change meets the relay's forgetting, and is written once more.
                else
                    assertThat(Math.round(cost.get(what)))
                            .as("%s in%n%s", what, found)
                            .isEqualTo(expected);
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

    private static Map<String, Double> counted(ThamiSystem system, Jvm platform) throws Exception {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> NemesisStory.assertQuiet(system));
        var counted = new TreeMap<String, Double>();
        for (var service : RepositoryFiles.SERVICES) {
            var port = system.port(service.replace("-service", ""));
            COMMANDS.matcher(Http.get("http://127.0.0.1:%d/actuator/prometheus".formatted(port))
                            .text())
                    .results()
                    .filter(it -> isWrite(label(it.group(1), "command")))
                    .forEach(it -> counted.merge(
                            "%s %s %s"
                                    .formatted(
                                            service, label(it.group(1), "command"), label(it.group(1), "collection")),
                            Double.valueOf(it.group(2)),
                            Double::sum));
        }
        new Announced(system.broker().everything())
                .byType()
                .forEach((type, count) -> counted.put("record " + type, (double) count));
        counted.put("requests to produce", (double) platform.requests("Produce"));
        return counted;
    }

    private static boolean isWrite(String command) {
        return switch (command) {
            case "insert", "update", "delete", "findAndModify" -> true;
            default -> false;
        };
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

    private static String table(Map<String, Double> cost) {
        return cost.entrySet().stream()
                .map(it -> "%s,%s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n", "what,per person\n", "\n"));
    }
}
