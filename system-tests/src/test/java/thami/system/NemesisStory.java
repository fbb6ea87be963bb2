package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Api;

/// Breaks everything at random while people go their way, then holds the system to what it promised them.
///
/// `-Dfaults.minutes=60` takes longer, `-Dfaults.seed=…` repeats a run.
@Tag("faults")
class NemesisStory {

    /// How long the system may take to become quiet once nothing breaks any more.
    private static final Duration TO_QUIET = Duration.ofSeconds(120);

    @Test
    void whateverBreaksEverybodyHasWhatWasOrdered(@TempDir Path home) throws Exception {
        FakeTime.need();
        var seed = Long.getLong("faults.seed", System.nanoTime());
        var minutes = Integer.getInteger("faults.minutes", 10);
        System.out.printf("%d minutes of faults, -Dfaults.seed=%d%n", minutes, seed);
        try (var system = ThamiSystem.startOnWires(home, "--separate");
                var ledger = new Ledger(Path.of("target/faults.ledger"))) {
            var story = system.story(new Api(Duration.ofMinutes(5), ledger));
            var nemesis = new Nemesis(system, seed);
            try (var crowd = Crowd.goingTo(story, story.openCall(500))) {
                nemesis.rage(Duration.ofMinutes(minutes));
                crowd.finish();

                var calm = System.nanoTime();
                await().atMost(TO_QUIET).untilAsserted(() -> assertQuiet(system));
                var toQuiet = Duration.ofNanos(System.nanoTime() - calm);
                var counted = crowd.assertAllArrived(nemesis.faults());
                for (var service : RepositoryFiles.SERVICES)
                    assertThat(story.deadLetters(service.replace("-service", "")))
                            .as("dead letters of " + service)
                            .isZero();
                System.out.printf(
                        "faults: %s%n%d requests, %d of them nobody knows how they ended%n%s%nquiet after %d s%n",
                        nemesis.byKind(), ledger.attempts(), ledger.unknown(), counted, toQuiet.toSeconds());
            } catch (Throwable violation) {
                throw new AssertionError("again with -Dfaults.seed=" + seed, violation);
            }
            assertThat(nemesis.missed()).as("windows that were never hit").isEmpty();
        }
    }

    /// Nothing is waiting to be sent, neither to the broker nor by mail.
    private static void assertQuiet(ThamiSystem system) throws Exception {
        for (var service : RepositoryFiles.SERVICES) {
            var figures = Http.get("http://127.0.0.1:%d/actuator/prometheus"
                            .formatted(system.port(service.replace("-service", ""))))
                    .text();
            var waiting = service.equals("notification-service") // it sends no events
                    ? List.of("thami_notification_pending", "thami_notification_waiting")
                    : List.of("thami_outbox_size");
            for (var figure : waiting) {
                assertThat(figures.contains(figure)).as(figure + " is there").isTrue();
                assertThat(sum(figures, figure)).as(figure + " of " + service).isZero();
            }
        }
    }

    private static double sum(String figures, String name) {
        var line = Pattern.compile("^%s(\\{[^}]*})? (\\S+)$".formatted(name), Pattern.MULTILINE);
        return line.matcher(figures)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(2)))
                .sum();
    }
}
