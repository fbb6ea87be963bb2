package thami.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// A figure and where it lies with 95 % confidence, by the bootstrap: legs are drawn anew, with replacement, and the
/// spread of what comes out is the spread of the figure. Pairs are drawn as pairs, because what the machine did it did
/// to both; of sides that were not measured in turn each is drawn for itself.
public record Bounds(double lower, double middle, double upper) {

    private static final int DRAWS = 2_000;

    private static final Bounds NONE = new Bounds(Double.NaN, Double.NaN, Double.NaN);

    /// @param pairs what was measured side by side: ours, and what it is compared with
    static Bounds ofRatio(List<double[]> pairs, long seed) {
        return of(pairs, Bounds::ratio, seed);
    }

    /// Ours by theirs as the geometric mean, so that twice as slow and twice as fast cancel each other.
    private static double ratio(List<double[]> pairs) {
        return Math.exp(pairs.stream()
                .mapToDouble(pair -> Math.log(pair[0] / pair[1]))
                .average()
                .orElse(Double.NaN));
    }

    static Bounds ofUnpairedRatio(double[] ours, double[] theirs, long seed) {
        if (ours.length == 0 || theirs.length == 0) return NONE;
        var random = new Random(seed);
        return spread(
                geometricMean(ours) / geometricMean(theirs),
                () -> geometricMean(drawn(ours, random)) / geometricMean(drawn(theirs, random)));
    }

    private static double geometricMean(double[] of) {
        return Math.exp(Arrays.stream(of).map(Math::log).average().orElse(Double.NaN));
    }

    private static double[] drawn(double[] from, Random random) {
        return Arrays.stream(from).map(_ -> from[random.nextInt(from.length)]).toArray();
    }

    static <P> Bounds of(List<P> pairs, ToDoubleFunction<List<P>> figure, long seed) {
        if (pairs.isEmpty()) return NONE;
        var random = new Random(seed);
        return spread(
                figure.applyAsDouble(pairs),
                () -> figure.applyAsDouble(pairs.stream()
                        .map(_ -> pairs.get(random.nextInt(pairs.size())))
                        .toList()));
    }

    private static Bounds spread(double middle, DoubleSupplier drawnAnew) {
        var drawn = DoubleStream.generate(drawnAnew).limit(DRAWS).sorted().toArray();
        return new Bounds(drawn[(int) (DRAWS * 0.025)], middle, drawn[(int) (DRAWS * 0.975)]);
    }
}
