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
    private long unknown;
    private final List<String> ourFault = new ArrayList<>();
    private Silence longest = new Silence("nothing", Duration.ZERO);

    private record Silence(String of, Duration time) {}

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
        var part = part(request.uri().getPath());
        return status -> {
            if (status == Ending.UNKNOWN) unknown(part);
            else answered(part, status);
            write(number, status == Ending.UNKNOWN ? "unknown" : String.valueOf(status));
        };
    }

    /// What is asked, as `/api/candidates`: one service answers it.
    private static String part(String path) {
        return path.replaceFirst("^(/[^/]+/[^/]+).*", "$1");
    }

    private synchronized void write(long number, String what) {
        try {
            file.write("%d %s %s%n".formatted(number, Instant.now(), what));
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void unknown(String part) {
        unknown++;
        silentSince.putIfAbsent(part, Instant.now());
    }

    /// @param status any but that of an outage: those are [Ending#UNKNOWN]
    private synchronized void answered(String part, int status) {
        if (status >= 500) ourFault.add("%s was answered %d".formatted(part, status));
        var since = silentSince.remove(part);
        if (since == null) return;
        var silence = new Silence(part, Duration.between(since, Instant.now()));
        if (silence.time.compareTo(longest.time) > 0) longest = silence;
    }

    /// An outage is told as one.
    synchronized void assertNothingWasOurFault() {
        assertThat(ourFault).as("answers of 500 and the like").isEmpty();
    }

    @Override
    public synchronized String toString() {
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
