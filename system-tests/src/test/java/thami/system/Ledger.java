package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import thami.launcher.demo.Journal;

/// What a client asked for and what it was told, written down before it is sent: the truth that the system is held to.
final class Ledger implements Journal, AutoCloseable {

    private final Writer file;
    private final AtomicLong attempts = new AtomicLong();
    private final Map<String, Instant> silentSince = new HashMap<>();
    private final Map<String, Instant> lastAnswered = new HashMap<>();

    /// What has been shown, and since when.
    private final Map<String, Instant> shown = new HashMap<>();

    private long unknown;
    private final List<String> ourFault = new ArrayList<>();
    private Silence longest = new Silence("nothing", Duration.ZERO);

    private record Silence(String of, Duration time) {}

    private record Attempt(String method, String path, Instant at) {

        private static Attempt of(HttpRequest request) {
            return new Attempt(request.method(), request.uri().getPath(), Instant.now());
        }

        /// What is asked, as `/api/candidates`: one service answers it.
        private String part() {
            return path.replaceFirst("^(/[^/]+/[^/]+).*", "$1");
        }
    }

    Ledger(Path path) {
        try {
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Ending sending(HttpRequest request) {
        var number = attempts.incrementAndGet();
        write(
                number,
                "%s %s %s"
                        .formatted(
                                request.method(),
                                request.uri().getPath(),
                                request.headers().firstValue("Idempotency-Key").orElse("-")));
        var attempt = Attempt.of(request);
        return status -> {
            if (status == Ending.UNKNOWN) unknown(attempt);
            else answered(attempt, status);
            write(number, status == Ending.UNKNOWN ? "unknown" : String.valueOf(status));
        };
    }

    private synchronized void write(long number, String what) {
        try {
            file.write("%d %s %s%n".formatted(number, Instant.now(), what));
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody has been answered since it was sent, unless somebody else was.
    private synchronized void unknown(Attempt attempt) {
        unknown++;
        var answered = lastAnswered.getOrDefault(attempt.part(), Instant.MIN);
        silentSince.putIfAbsent(attempt.part(), answered.isAfter(attempt.at) ? answered : attempt.at);
    }

    /// @param status any but that of an outage: those are [Ending#UNKNOWN]
    private synchronized void answered(Attempt attempt, int status) {
        var now = Instant.now();
        if (status >= 500) ourFault.add("%s was answered %d".formatted(attempt.part(), status));
        if (attempt.method.equals("GET")) judge(attempt, status, now);
        lastAnswered.put(attempt.part(), now);
        var since = silentSince.remove(attempt.part());
        if (since != null) note(new Silence(attempt.part(), Duration.between(since, now)));
    }

    /// Nothing is ever deleted: what was shown once is there for whoever asks later.
    private void judge(Attempt attempt, int status, Instant now) {
        if (status / 100 == 2) shown.putIfAbsent(attempt.path, now);
        else if (status == 404 && shown.getOrDefault(attempt.path, Instant.MAX).isBefore(attempt.at))
            ourFault.add("%s was there before and was answered 404".formatted(attempt.part()));
    }

    private void note(Silence silence) {
        if (silence.time.compareTo(longest.time) > 0) longest = silence;
    }

    /// An outage is told as one.
    synchronized void assertNothingWasOurFault() {
        assertThat(ourFault).as("answers of 500 and the like, or unknown").isEmpty();
    }

    @Override
    public synchronized String toString() {
        var now = Instant.now();
        silentSince.forEach((part, since) -> note(new Silence(part, Duration.between(since, now)))); // so far
        return "%d requests, %d of them nobody knows how they ended; longest without an answer: %s, %d s"
                .formatted(attempts.get(), unknown, longest.of, longest.time.toSeconds());
    }

    /// A file that does not end so was cut off.
    @Override
    public synchronized void close() throws IOException {
        file.write("the run has ended\n");
        file.close();
    }
}
