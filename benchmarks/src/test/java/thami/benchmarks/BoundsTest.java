package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void aRatioThatIsAlwaysTheSameHasNoSpread() {
        var bounds = Bounds.ofRatio(List.of(pair(2, 1), pair(4, 2), pair(6, 3)), 1);

        assertThat(bounds).isEqualTo(new Bounds(2, 2, 2));
    }

    @Test
    void twiceAsSlowAndTwiceAsFastCancelEachOther() {
        assertThat(Bounds.ofRatio(List.of(pair(2, 1), pair(1, 2)), 1).middle()).isEqualTo(1);
    }

    @Test
    void theTruthLiesWithinInNearlyAllRuns() {
        var random = new Random(7);
        var within = IntStream.range(0, 200)
                .mapToObj(_ -> Bounds.ofRatio(noisy(random, 1.5, 20), random.nextLong()))
                .filter(bounds -> bounds.lower() <= 1.5 && 1.5 <= bounds.upper())
                .count();

        assertThat(within).isBetween(170L, 200L);
    }

    @Test
    void morePairsSayMore() {
        var random = new Random(7);
        var few = Bounds.ofRatio(noisy(random, 1.5, 5), 1);
        var many = Bounds.ofRatio(noisy(random, 1.5, 200), 1);

        assertThat(many.upper() - many.lower()).isLessThan(few.upper() - few.lower());
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(Bounds.ofRatio(List.of(), 1).middle()).isNaN();
    }

    private static double[] pair(double ours, double theirs) {
        return new double[] {ours, theirs};
    }

    private static List<double[]> noisy(Random random, double ratio, int pairs) {
        return IntStream.range(0, pairs)
                .mapToObj(_ -> pair(ratio * Math.exp(random.nextGaussian() * 0.2), 1))
                .toList();
    }
}
