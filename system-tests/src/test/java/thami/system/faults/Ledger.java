package thami.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import thami.launcher.demo.Journal;

/// What a client asked for and what it was told, written down before it is sent: the truth that the system is held to.
public final class Ledger implements Journal, AutoCloseable {

    private final Writer file;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    public Ledger(Path path) {
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

    public long attempts() {
        return attempts.get();
    }

    /// How many attempts ended without anybody knowing whether they were done.
    public long unknown() {
        return unknown.get();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// What broke and when, for the page of results and for judging what a fault excuses.
    public record Fault(String kind, String target, Instant from, Instant to) {

        public boolean touches(List<String> targets, Instant from, Instant to) {
            return targets.contains(target) && !this.to.isBefore(from) && !this.from.isAfter(to);
        }
    }
}
