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

    /// Once all is quiet, nothing has to be waited for: longer than a slow answer takes, no longer.
    private static final Duration SOON = Duration.ofSeconds(5);

    /// So many minutes have room for all that there is.
    private static final int WHOLE_DRAW = 10;

    @Test
    void whateverBreaksEverybodyHasWhatWasOrdered(@TempDir Path home) throws Exception {
        var seed = Long.getLong("faults.seed", System.nanoTime());
        var minutes = Integer.getInteger("faults.minutes", 3);
        System.out.printf("%d minutes of faults, -Dfaults.seed=%d%n", minutes, seed);
        try (var system = ThamiSystem.startOnWires(home, "--separate");
                var ledger = new Ledger(Path.of("target/faults.ledger"))) {
            var story = system.story(new Api(Duration.ofMinutes(5), ledger));
            var once = system.story(new Api(Duration.ZERO, ledger));
            var checked = system.story(new Api(SOON, ledger));
            var nemesis = new Nemesis(system, seed);
            var call = story.openCall(500);
            var planted = new Planted(call.id());
            planted.in(system.broker());
            try (var watch = new Watch(system, story);
                    var crowd = Crowd.goingTo(story, once, call, watch);
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
                var unknown = crowd.assertWholeOrAbsent(checked, announced(system, planted));
                awaitQuiet(system);
                var told = new Told(checked, nemesis.faults());
                var counted = crowd.assertAllArrived(checked, told);
                contest.assertTold(told);
                assertThat(system.mails())
                        .as("mails, with those to nobody we know")
                        .isEqualTo(told.mails());
                var announced = announced(system, planted);
                assertAnnouncedAsPromised(announced, crowd, contest, checked);
                new Certificates(system, checked, announced).assertEachIsItsOwn(crowd.certificates());
                planted.assertPutAside(checked);
                planted.assertRepairedOnce(checked, call.id(), crowd.size());
                ledger.assertNothingWasOurFault();
                System.out.printf(
                        """
                        faults: %s; not come of the first draw: %d
                        %s
                        %s; %d contests for seats
                        %s
                        nothing lost; %d announcements and %d mails repeated, and absorbed
                        quiet after %d s, counted in %d s
                        """,
                        nemesis.byKind(),
                        nemesis.notCome(),
                        ledger,
                        counted,
                        contest.rounds(),
                        unknown,
                        announced.repeats(),
                        told.repeated(),
                        toQuiet.toSeconds(),
                        since(calm).minus(toQuiet).toSeconds());
            } catch (Throwable violation) {
                System.out.printf("a violation, after these faults: %s%n%s%n", nemesis.byKind(), ledger);
                throw new AssertionError("again with -Dfaults.seed=" + seed, violation);
            }
            assertThat(nemesis.missed()).as("windows that were never hit").isEmpty();
            if (minutes >= WHOLE_DRAW)
                assertThat(nemesis.notCome())
                        .as("how much of the draw did not come")
                        .isZero();
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static Announced announced(ThamiSystem system, Planted planted) throws Exception {
        return new Announced(system.broker().everything().stream()
                .filter(sent -> !planted.keys().contains(sent.key()))
                .toList());
    }

    private static void assertAnnouncedAsPromised(Announced announced, Crowd crowd, Contest contest, Story checked) {
        announced.assertInOrder();
        announced.assertFourEyes();
        assertThat(announced.assertSeats(crowd.call(), 500)).isEqualTo(crowd.seated());
        contest.assertSeatsGivenOnce(checked, announced);
        assertThat(announced.of("certificate-issued"))
                .hasSize(crowd.certificates().size());
        for (var refused : crowd.refused())
            assertThat(announced.of("application-submitted"))
                    .extracting(Announced.Event::key)
                    .doesNotContain(refused.toString());
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
