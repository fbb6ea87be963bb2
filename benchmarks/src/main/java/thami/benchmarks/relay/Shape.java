package thami.benchmarks.relay;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import thami.benchmarks.Failures;

/// So many writers, each saving one document after the other, never further ahead of what was acknowledged than the
/// relay's queues are long: what overflowed would be left to the sweeper and measure its pause.
record Shape(int writers, int ahead) {

    static final Shape OF_A_SERVICE = new Shape(16, 4_000);

    interface Write {
        void one(UUID id) throws Exception;
    }

    interface Quiet {
        boolean isReached();
    }

    /// @param readBack is told of each that sets out
    /// @param acknowledged how many events the broker has taken so far
    /// @param quiet whether nothing waits in any outbox
    Map<String, Double> run(int documents, ReadBack readBack, Write write, LongSupplier acknowledged, Quiet quiet)
            throws InterruptedException {
        var already = acknowledged.getAsLong();
        var next = new AtomicInteger();
        var saving = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < writers; i++) {
                threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < documents; number = next.getAndIncrement()) {
                        while (number > acknowledged.getAsLong() - already + ahead) pause();
                        tryTo(write, readBack, saving);
                    }
                    return null;
                });
            }
        }
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (acknowledged.getAsLong() - already < documents && System.nanoTime() < deadline) pause();
        while (!quiet.isReached() && System.nanoTime() < deadline) pause();
        var seconds = (System.nanoTime() - began) / 1e9;
        return Map.of(
                "seconds",
                seconds,
                "save-p50",
                saving.getValueAtPercentile(50) / 1000.0,
                "save-p99",
                saving.getValueAtPercentile(99) / 1000.0);
    }

    /// What fails is missing at the end, and then the leg counts for nothing.
    private static void tryTo(Write write, ReadBack readBack, ConcurrentHistogram saving) {
        var id = UUID.randomUUID();
        readBack.expect(id);
        try {
            var began = System.nanoTime();
            write.one(id);
            saving.recordValue((System.nanoTime() - began) / 1000);
        } catch (Exception failed) {
            Failures.note(failed);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
}
