package thami.benchmarks;

import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One measured stretch of one side.
///
/// @param pair which pair it belongs to, from 1
/// @param voidBecause why it counts for nothing; null where it counts
public record Leg(
        int pair,
        String side,
        SequencedMap<String, Double> figures,
        @Nullable String voidBecause) {

    public boolean counts() {
        return voidBecause == null;
    }

    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    String inALine() {
        return "%2d %-6s %s".formatted(pair, side, counts() ? Figures.line(figures) : "void: " + voidBecause);
    }

    static Leg of(int pair, String side, Map<String, Double> figures, @Nullable String voidBecause) {
        return new Leg(pair, side, new java.util.LinkedHashMap<>(figures), voidBecause);
    }
}
