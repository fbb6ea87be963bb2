package thami.benchmarks;

import java.time.Duration;

/// When a section begins nothing more: with what it has begun by then it fits into half an hour. The next run goes on
/// where it was.
record Deadline(long nanos) {

    private static final Duration OF_A_SECTION = Duration.ofMinutes(28);

    /// From now on: starting and warming up are of the section's time too.
    static Deadline ofASection() {
        return in(OF_A_SECTION);
    }

    static Deadline in(Duration most) {
        return new Deadline(System.nanoTime() + most.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}
