package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may be said of two sides depends on the order in which they were measured.
class ComparisonTest {

    private static final int LEGS = 10;

    /// Ten legs that become quicker, as those of a virtual machine that is not warm.
    private static final IntToDoubleFunction WARMING = leg -> 700 + 80 * leg;

    private static final IntToDoubleFunction WARM = leg -> 1_300 + 40 * (leg % 3);

    @TempDir
    private Path folder;

    @Test
    void legsInTurnArePairs() {
        assertThat(Comparison.of(inTurn(WARM, WARM), "many", "few")).isInstanceOf(Pairs.class);
    }

    @Test
    void legsOfOneSideAfterThoseOfTheOtherAreNone() {
        assertThat(Comparison.of(oneAfterTheOther(WARM, WARM), "many", "few")).isInstanceOf(Blocks.class);
    }

    @Test
    void aDisturbedLegDoesNotMakePairsOfOthersNone() {
        var legs = new ArrayList<Leg>();
        legs.add(leg(1, "many", 1_300, null));
        legs.add(leg(1, "few", 1_300, null));
        legs.add(leg(2, "few", 1_300, "3.0 % stolen"));
        legs.add(leg(3, "many", 1_300, null));
        legs.add(leg(3, "few", 1_300, null));

        var compared = Comparison.of(legs, "many", "few");

        assertThat(compared).isInstanceOf(Pairs.class);
        assertThat(compared.count()).isEqualTo(2);
    }

    @Test
    void aDisturbedLegOfOneSideTakesNoneOfTheOtherAlong() {
        var legs = new ArrayList<>(oneAfterTheOther(WARM, WARM));
        legs.add(4, leg(11, "few", 1, "42 % used by other programs"));

        assertThat(Comparison.of(legs, "many", "few").count()).isEqualTo(LEGS);
    }

    @Test
    void whatWarmsWhileItIsMeasuredIsNotCompared() {
        assertThat(page(oneAfterTheOther(WARMING, WARM)))
                .contains("**not claimed, the evidence is not enough** (lower bound")
                .contains("a side rose or fell from its first leg to its last")
                .doesNotContain("**reached**");
        assertThat(page(oneAfterTheOther(WARM, WARMING))).doesNotContain("**reached**");
    }

    /// By pairs it would be 1 in each of them, without any spread.
    @Test
    void twoSidesThatWarmAlikeAreNoPairsEither() {
        assertThat(page(oneAfterTheOther(WARMING, WARMING))).doesNotContain("**reached**");
        assertThat(Comparison.of(oneAfterTheOther(WARMING, WARMING), "many", "few")
                        .ratio("drained")
                        .lower())
                .isLessThan(0.95);
    }

    @Test
    void whatIsSteadyIsComparedOneAfterTheOther() {
        assertThat(page(oneAfterTheOther(WARM, WARM)))
                .contains("10 legs of each side, one side after the other, count, 0 legs were void.")
                .contains("**reached**");
    }

    @Test
    void pairsOfWhatWarmsAreCompared() {
        assertThat(page(inTurn(WARMING, WARMING)))
                .contains("10 pairs of legs count, 0 legs were void.")
                .contains("**reached**");
    }

    private String page(List<Leg> legs) {
        var file = new LegFile(folder.resolve("pending.csv"));
        file.open(new LinkedHashMap<>(Map.of("run", String.valueOf(System.nanoTime()))));
        legs.forEach(file::append);
        var chapter = new Chapter(
                "Growth",
                "pending",
                "scale",
                "Invented.",
                new Chapter.Sides("many", "few"),
                List.of(new Chapter.Figure("drained", "drained", "per second")),
                List.of(new Chapter.Target("drained", "Drain rate", 1 / 1.3, false)),
                List.of());
        return chapter.write(file, LEGS).markdown();
    }

    private static List<Leg> oneAfterTheOther(IntToDoubleFunction few, IntToDoubleFunction many) {
        var legs = new ArrayList<Leg>();
        for (var i = 1; i <= LEGS; i++) legs.add(leg(i, "few", few.applyAsDouble(i), null));
        for (var i = 1; i <= LEGS; i++) legs.add(leg(i, "many", many.applyAsDouble(i), null));
        return legs;
    }

    private static List<Leg> inTurn(IntToDoubleFunction few, IntToDoubleFunction many) {
        var legs = new ArrayList<Leg>();
        for (var i = 1; i <= LEGS; i++) {
            var pair = List.of(leg(i, "few", few.applyAsDouble(i), null), leg(i, "many", many.applyAsDouble(i), null));
            legs.addAll(i % 2 == 1 ? pair : pair.reversed());
        }
        return legs;
    }

    private static Leg leg(int number, String side, double drained, String voidBecause) {
        return Leg.of(number, side, Map.of("drained", drained), voidBecause);
    }
}
