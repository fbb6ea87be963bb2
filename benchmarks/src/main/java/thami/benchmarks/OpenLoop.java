package thami.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Sends what was scheduled at its time, however long earlier answers take, and notes how late it was itself.
final class OpenLoop {

    /// @param lateness from the intended time to the sending, in microseconds
    /// @param unfinished how many had not come to their end when patience was over
    record Outcome(Histogram lateness, int unfinished) {}

    /// One arrival; all times are those of `System.nanoTime`.
    @FunctionalInterface
    interface Arrival {
        void arrive(int number, long intended) throws Exception;
    }

    /// @param patience how long the last may take after the last arrival
    static Outcome run(Arrivals arrivals, Duration patience, Arrival arrival) throws InterruptedException {
        var lateness = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
        var open = new CountDownLatch(arrivals.count());
        var begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        for (var i = 0; i < arrivals.count(); i++) {
            var number = i;
            var intended = begin + arrivals.nanos()[i];
            awaitTime(intended);
            Thread.startVirtualThread(() -> {
                lateness.recordValue(Math.max(0, (System.nanoTime() - intended) / 1000));
                try {
                    arrival.arrive(number, intended);
                    open.countDown();
                } catch (Exception failed) { // never counted down: it has not arrived
                    Failures.note(failed);
                }
            });
        }
        var _ = open.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return new Outcome(lateness, (int) open.getCount());
    }

    private static void awaitTime(long nanos) throws InterruptedException {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            if (Thread.interrupted()) throw new InterruptedException();
            LockSupport.parkNanos(left);
        }
    }

    private OpenLoop() {}
}
