package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Api;
import thami.launcher.demo.Story;

/// Kills processes and breaks everything else, as a seed draws it, while people go their way, then holds the system to
/// what it promised them.
///
/// Three minutes in `verify`, ten with `-Pfaults`, and in any case until [Draw#first()] is done;
/// `-Dfaults.minutes=60` takes longer, `-Dfaults.seed=…` repeats a run.
@Tag("faults")
@Order(1)
class NemesisStory {

    /// How long the system may take to become quiet once nothing breaks any more.
    private static final Duration TO_QUIET = Duration.ofSeconds(120);

    @Test
    void whateverBreaksEverybodyHasWhatWasOrdered(@TempDir Path home) throws Exception {
        var seed = Long.getLong("faults.seed", System.nanoTime());
        var minutes = Integer.getInteger("faults.minutes", 3);
        System.out.printf("%d minutes of faults, -Dfaults.seed=%d%n", minutes, seed);
        try (var system = ThamiSystem.startOnWires(home, "--separate");
                var ledger = new Ledger(Path.of("target/faults.ledger"))) {
            var story = system.story(new Api(Duration.ofMinutes(5), ledger));
            var nemesis = new Nemesis(system, seed);
            var call = story.openCall(500);
            var planted = new Planted(call.id());
            planted.in(system.broker());
            try (var watch = new Watch(system);
                    var crowd = Crowd.goingTo(story, call, watch);
                    var contest = new Contest(story)) {
                nemesis.rage(Duration.ofMinutes(minutes), () -> planted.another(system.broker()));
                var calm = System.nanoTime();
                crowd.finish();
                contest.finish();
                awaitQuiet(system);
                var toQuiet = since(calm);
                assertThat(toQuiet)
                        .as("until everybody had arrived and all was quiet")
                        .isLessThan(TO_QUIET);
                watch.assertNothingUnknownAndNothingOlder();
                ledger.assertNothingWasOurFault();
                var told = new Told(story, nemesis.faults());
                var counted = crowd.assertAllArrived(told);
                contest.assertTold(told);
                assertThat(system.mails())
                        .as("mails, with those to nobody we know")
                        .isEqualTo(told.mails());
                var announced = assertAnnouncedAsPromised(system, story, crowd, contest, planted);
                planted.assertPutAside(story);
                planted.assertRepairedOnce(story, call.id(), crowd.size());
                System.out.printf(
                        """
                        faults: %s; not come of the first draw: %d
                        %s
                        %s; %d contests for seats
                        %d announcements and %d mails repeated, and absorbed
                        quiet after %d s, counted in %d s
                        """,
                        nemesis.byKind(),
                        nemesis.notCome(),
                        ledger,
                        counted,
                        contest.rounds(),
                        announced.repeats(),
                        told.repeated(),
                        toQuiet.toSeconds(),
                        since(calm).minus(toQuiet).toSeconds());
            } catch (Throwable violation) {
                throw new AssertionError("again with -Dfaults.seed=" + seed, violation);
            }
            assertThat(nemesis.missed()).as("windows that were never hit").isEmpty();
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static Announced assertAnnouncedAsPromised(
            ThamiSystem system, Story story, Crowd crowd, Contest contest, Planted planted) throws Exception {
        var announced = new Announced(system.broker().everything().stream()
                .filter(sent -> !planted.keys().contains(sent.key()))
                .toList());
        announced.assertInOrder();
        announced.assertFourEyes();
        assertThat(announced.assertSeatsAndDecisions(crowd.call(), 500)).isEqualTo(crowd.seated());
        contest.assertSeatsGivenOnce(announced);
        var certificates = crowd.certificates();
        assertThat(announced.of("certificate-issued")).hasSize(certificates.size());
        new Certificates(system, story, announced).assertEachIsItsOwn(certificates);
        for (var refused : crowd.refused())
            assertThat(announced.of("application-submitted"))
                    .extracting(Announced.Event::key)
                    .doesNotContain(refused.toString());
        return announced;
    }

    /// For a while: what one service has not sent yet is nothing that another has to read.
    static void awaitQuiet(ThamiSystem system) {
        await().during(Duration.ofSeconds(2)).atMost(TO_QUIET).untilAsserted(() -> {
            assertThat(system.unsent()).isEmpty();
            assertQuiet(system);
        });
    }

    /// Nothing is waiting to be sent, neither to the broker nor by mail, or to be read: so operators are told.
    static void assertQuiet(ThamiSystem system) throws Exception {
        for (var service : RepositoryFiles.SERVICES) {
            assertThat(system.broker().lag(service)).as("lag of " + service).isZero();
            var address =
                    "http://127.0.0.1:%d/actuator/prometheus".formatted(system.port(service.replace("-service", "")));
            var figures = Http.get(address).text();
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
