package thami.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A figure and where it lies with 95 % confidence, by the bootstrap: the pairs are drawn anew, with replacement, and
/// the spread of what comes out is the spread of the figure.
public record Bounds(double lower, double middle, double upper) {

    private static final int DRAWS = 10_000;

    /// @param pairs what was measured side by side: ours, and what it is compared with
    static Bounds ofRatio(double[][] pairs, long seed) {
        return of(pairs, Bounds::ratio, seed);
    }

    /// Ours by theirs as the geometric mean, so that twice as slow and twice as fast cancel each other.
    private static double ratio(double[][] pairs) {
        var logarithms = 0.0;
        for (var pair : pairs) logarithms += Math.log(pair[0] / pair[1]);
        return Math.exp(logarithms / pairs.length);
    }

    private static Bounds of(double[][] pairs, ToDoubleFunction<double[][]> figure, long seed) {
        if (pairs.length == 0) return new Bounds(Double.NaN, Double.NaN, Double.NaN);
        var random = new Random(seed);
        var drawn = new double[DRAWS];
        for (var i = 0; i < DRAWS; i++) {
            var draw = new double[pairs.length][];
            for (var j = 0; j < pairs.length; j++) draw[j] = pairs[random.nextInt(pairs.length)];
            drawn[i] = figure.applyAsDouble(draw);
        }
        Arrays.sort(drawn);
        return new Bounds(drawn[(int) (DRAWS * 0.025)], figure.applyAsDouble(pairs), drawn[(int) (DRAWS * 0.975)]);
    }
}
