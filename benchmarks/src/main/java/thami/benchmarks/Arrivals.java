package thami.benchmarks;

import java.util.Random;

/// When whoever arrives, in nanoseconds from the beginning, fixed before anything is sent: nobody waits for an answer
/// that is late.
public record Arrivals(long[] nanos) {

    /// Independent people: the times between them are exponential (a Poisson process), the same for the same seed.
    static Arrivals poisson(double perSecond, double seconds, long seed) {
        var random = new Random(seed);
        var times = new java.util.ArrayList<Long>();
        for (var at = 0.0; ; ) {
            at += -Math.log(1 - random.nextDouble()) / perSecond;
            if (at >= seconds) break;
            times.add((long) (at * 1e9));
        }
        return new Arrivals(times.stream().mapToLong(Long::longValue).toArray());
    }

    static Arrivals uniform(double perSecond, double seconds) {
        var times = new long[(int) (perSecond * seconds)];
        for (var i = 0; i < times.length; i++) times[i] = (long) (i / perSecond * 1e9);
        return new Arrivals(times);
    }

    int count() {
        return nanos.length;
    }
}
