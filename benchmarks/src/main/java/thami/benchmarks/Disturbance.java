package thami.benchmarks;

import java.util.Optional;

/// What makes a leg count for nothing: it measured the machine or the generator, not the system.
///
/// @param lateMillis how late the sending was, 99th percentile
/// @param stolenPercent of the processors' time, taken by the machine below
/// @param strangersPercent of the processors' time, used by processes that are no part of the measurement
/// @param lost what was begun and never came to its end
record Disturbance(double lateMillis, double stolenPercent, double strangersPercent, int lost) {

    static final double LATE = 5;
    static final double STOLEN = 2;
    static final double STRANGERS = 10;

    Optional<String> reason() {
        if (lost > 0) return Optional.of(lost + " lost");
        if (lateMillis > LATE) return Optional.of("sent %.1f ms late".formatted(lateMillis));
        if (stolenPercent > STOLEN) return Optional.of("%.1f %% stolen".formatted(stolenPercent));
        if (strangersPercent > STRANGERS)
            return Optional.of("%.0f %% used by other programs".formatted(strangersPercent));
        return Optional.empty();
    }
}
