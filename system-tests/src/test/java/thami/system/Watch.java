package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Certificate;
import tools.jackson.databind.json.JsonMapper;

/// Looks at what was acknowledged all the time while things break. An outage may be an outage, but it is never
/// "unknown",
/// and nobody who has seen one thing is later shown what was before it.
final class Watch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ThamiSystem system;
    private final Map<String, Certificate> certificates = new ConcurrentHashMap<>();
    private final Map<String, Accepted> applications = new ConcurrentHashMap<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final Map<String, String> violations = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean open = true;

    Watch(ThamiSystem system) {
        this.system = system;
        Thread.ofVirtual().start(this::look);
    }

    void on(Accepted application) {
        applications.put(application.reference(), application);
    }

    void on(Certificate certificate) {
        certificates.put(certificate.number(), certificate);
    }

    private void look() {
        while (open) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            one(certificates).ifPresent(it -> lookAt(it));
            one(applications).ifPresent(it -> lookAt(it));
        }
    }

    private static <T> java.util.Optional<T> one(Map<String, T> of) {
        var all = List.copyOf(of.values());
        return all.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(all.get(ThreadLocalRandom.current().nextInt(all.size())));
    }

    private void lookAt(Certificate certificate) {
        var answer = Http.get(system.address("/api/certificates/verify/" + certificate.number()));
        if (answer.status() == Http.NO_ANSWER || answer.status() >= 500) return;
        answers.incrementAndGet();
        if (answer.status() != 200
                || !answer.text().toLowerCase(java.util.Locale.ROOT).contains("\"valid\""))
            violations.put(certificate.number(), "%d %s".formatted(answer.status(), answer.text()));
    }

    private void lookAt(Accepted application) {
        var token = application.statusPage().replaceAll(".*/", "");
        var answer = Http.get(system.address("/api/applications/by-link/" + token));
        if (answer.status() == Http.NO_ANSWER || answer.status() >= 500) return;
        answers.incrementAndGet();
        var steps = answer.status() == 200
                ? JSON.readTree(answer.body()).path("timeline").size()
                : -1;
        var before = seen.merge(application.reference(), steps, Math::max);
        if (steps < before || steps < 0)
            violations.put(application.reference(), "%d %s".formatted(answer.status(), answer.text()));
    }

    void assertNothingUnknownAndNothingOlder() {
        assertThat(violations).isEmpty();
        assertThat(answers.get()).as("answers that were looked at").isPositive();
    }

    @Override
    public void close() {
        open = false;
    }
}
