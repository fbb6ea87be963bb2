package thami.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import thami.launcher.demo.Journal;

/// What a client asked for and what it was told, written down before it is sent: the truth that the system is held to.
final class Ledger implements Journal, AutoCloseable {

    private final Writer file;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private Instant lastAnswer = Instant.now();
    private Duration longestSilence = Duration.ZERO;

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
        return status -> {
            if (status == Ending.UNKNOWN) unknown.incrementAndGet();
            else answered();
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

    private synchronized void answered() {
        var now = Instant.now();
        var silence = Duration.between(lastAnswer, now);
        if (silence.compareTo(longestSilence) > 0) longestSilence = silence;
        lastAnswer = now;
    }

    @Override
    public synchronized String toString() {
        return "%d requests, %d of them nobody knows how they ended; nothing was answered for %d s at most"
                .formatted(attempts.get(), unknown.get(), longestSilence.toSeconds());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
