package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmthTest {

    private static final Warmth WARM = new Warmth(1_500, 7_000);

    @Test
    void aSideIsWarmWhenItsCompilersTakeATwentieth() {
        assertThat(WARM.isReached(1_500, compilers(50))).isTrue();
        assertThat(WARM.isReached(1_500, compilers(51))).isFalse();
    }

    @Test
    void notBeforeItHasDoneSomething() {
        assertThat(WARM.isReached(1_499, compilers(0))).isFalse();
    }

    @Test
    void someMethodsAreNeverHot() {
        assertThat(WARM.isReached(6_999, compilers(300))).isFalse();
        assertThat(WARM.isReached(7_000, compilers(300))).isTrue();
    }

    @Test
    void theRuleStandsAmongTheConditions() {
        assertThat(WARM.rule("%d people have gone"))
                .isEqualTo("once compilers take 5 % at most, or 7000 people have gone");
    }

    /// Of a thousand milliseconds.
    private static Measuring.Used compilers(double millis) {
        return new Measuring.Used(1, new LinkedHashMap<>(Map.of("a process", 1_000.0)), millis, 0, 0);
    }
}
