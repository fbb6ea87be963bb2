package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Certificate;
import tools.jackson.databind.json.JsonMapper;

/// Looks at what was acknowledged all the time while things break. An outage is told as one, never as "unknown" or as
/// our mistake, and nobody who has seen one thing is later shown what was before it.
final class Watch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<Integer> OUTAGE = Set.of(Http.NO_ANSWER, 502, 503, 504);

    /// A watcher who has had no answer since then looked on in vain.
    private static final Duration LATELY = Duration.ofMinutes(1);

    /// Of what has come last half of all looks are at one: it changes now.
    private static final int NEWEST = 10;

    private final ThamiSystem system;
    private final Story story;
    private final Watcher<Certificate> certificates = new Watcher<>(this::isValid);
    private final Watcher<Accepted> applications = new Watcher<>(this::isShown);
    private final Watcher<Accepted> cases = new Watcher<>(this::isShownToStaff);
    private final Map<String, Integer> steps = new ConcurrentHashMap<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    Watch(ThamiSystem system, Story story) {
        this.system = system;
        this.story = story;
        Thread.ofVirtual().start(certificates::look);
        Thread.ofVirtual().start(applications::look);
        Thread.ofVirtual().start(cases::look);
    }

    void on(Accepted application) {
        applications.known.add(application);
        cases.known.add(application);
    }

    void on(Certificate certificate) {
        certificates.known.add(certificate);
    }

    /// Looks at one after the other: an answer that hangs holds up nobody who looks at something else.
    private final class Watcher<T> {

        private final Queue<T> known = new ConcurrentLinkedQueue<>();
        private final Predicate<T> look;
        private volatile Instant answered = Instant.EPOCH;

        /// @param look whether there was an answer; fails if it was a wrong one
        private Watcher(Predicate<T> look) {
            this.look = look;
        }

        private void look() {
            while (open) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                var all = List.copyOf(known);
                if (!all.isEmpty()) look(one(all));
            }
        }

        private T one(List<T> all) {
            var random = ThreadLocalRandom.current();
            var from = random.nextBoolean() ? Math.max(0, all.size() - NEWEST) : 0;
            return all.get(random.nextInt(from, all.size()));
        }

        private void look(T one) {
            try {
                if (look.test(one)) answered = Instant.now();
            } catch (RuntimeException | AssertionError wrong) {
                violations.add(one + ": " + wrong.getMessage());
            }
        }
    }

    private boolean isValid(Certificate certificate) {
        var answer = Http.get(system.address("/api/certificates/verify/" + certificate.number()));
        if (OUTAGE.contains(answer.status())) return false;
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("status").asString("")).isEqualToIgnoringCase("valid");
        return true;
    }

    private boolean isShown(Accepted application) {
        var token = application.statusPage().replaceAll(".*/", "");
        var answer = Http.get(system.address("/api/applications/by-link/" + token));
        if (OUTAGE.contains(answer.status())) return false;
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var now = JSON.readTree(answer.body()).path("timeline").size();
        assertThat(now).as("steps shown").isPositive();
        assertNotOlder("of " + application.reference(), now);
        return true;
    }

    /// As soon as they have it. Whoever signs in anew is somebody else's business.
    private boolean isShownToStaff(Accepted application) {
        var about = "to staff, of " + application.reference();
        var answer = Http.get(
                system.address("/api/candidates/" + application.id()),
                "Authorization",
                "Bearer " + story.token(Story.ADMISSIONS));
        if (OUTAGE.contains(answer.status()) || answer.status() == 401) return false;
        if (answer.status() == 404) {
            assertThat(steps).as("shown before").doesNotContainKey(about);
            return true;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var shown = JSON.readTree(answer.body());
        assertNotOlder(
                about,
                1
                        + shown.path("decisions").size()
                        + (shown.has("withdrawnAt") ? 1 : 0)
                        + (shown.path("certified").asBoolean(false) ? 1 : 0));
        return true;
    }

    private void assertNotOlder(String about, int now) {
        assertThat(now).as("steps shown " + about).isGreaterThanOrEqualTo(steps.getOrDefault(about, 0));
        steps.put(about, now);
    }

    void assertNothingUnknownAndNothingOlder() {
        assertThat(violations).isEmpty();
        assertThat(Stream.of(certificates, applications, cases).filter(it -> !it.known.isEmpty()))
                .as("who had something to look at")
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.answered).isAfter(Instant.now().minus(LATELY)));
    }

    @Override
    public void close() {
        open = false;
    }
}
