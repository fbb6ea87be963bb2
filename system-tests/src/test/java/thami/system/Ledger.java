package thami.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import thami.launcher.demo.Journal;

/// What a client asked for and what it was told, written down before it is sent: the truth that the system is held to.
final class Ledger implements Journal, AutoCloseable {

    private final Writer file;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

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

    long attempts() {
        return attempts.get();
    }

    /// How many attempts ended without anybody knowing whether they were done.
    long unknown() {
        return unknown.get();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
