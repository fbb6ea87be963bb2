package thami.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;

/// The legs of two sides that count, and how far they may be compared.
sealed interface Comparison permits Pairs, Blocks {

    /// Pairs where the legs lie in turn; else each side for itself, for then nothing was done to both.
    static Comparison of(List<Leg> legs, String ours, String floor) {
        var pairs = Pairs.of(legs, ours, floor);
        return pairs.areInTurn(legs) ? pairs : Blocks.of(legs, ours, floor);
    }

    /// In the order in which they were measured.
    List<Leg> legs(boolean ours);

    /// Ours by theirs of this figure.
    Bounds ratio(String figure);

    /// Whether nothing that time did to this figure can pass for a difference of the sides.
    boolean isFair(String figure);

    /// What its number is the number of.
    String counted();

    default int count() {
        return Math.min(legs(true).size(), legs(false).size());
    }

    default double median(boolean ours, String figure) {
        return Figures.median(figures(ours, figure).sorted().toArray());
    }

    default DoubleStream figures(boolean ours, String figure) {
        return legs(ours).stream().mapToDouble(leg -> leg.figure(figure));
    }
}
