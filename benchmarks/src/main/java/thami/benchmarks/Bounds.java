package thami.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// A figure and where it lies with 95 % confidence, by the bootstrap: legs are drawn anew, with replacement, and the
/// spread of what comes out is the spread of the figure. Pairs are drawn as pairs, because what the machine did it did
/// to both.
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

    static <P> Bounds of(List<P> pairs, ToDoubleFunction<List<P>> figure, long seed) {
        if (pairs.isEmpty()) return NONE;
        var random = new Random(seed);
        var drawn = DoubleStream.generate(() -> figure.applyAsDouble(pairs.stream()
                        .map(_ -> pairs.get(random.nextInt(pairs.size())))
                        .toList()))
                .limit(DRAWS)
                .sorted()
                .toArray();
        return new Bounds(drawn[(int) (DRAWS * 0.025)], figure.applyAsDouble(pairs), drawn[(int) (DRAWS * 0.975)]);
    }
}
