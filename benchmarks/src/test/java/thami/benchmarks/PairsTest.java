package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may be said of two sides depends on what was measured beside what.
class PairsTest {

    private static final int PAIRS = 10;

    @TempDir
    private Path folder;

    private LegFile file;

    @BeforeEach
    void begin() {
        file = new LegFile(folder.resolve("pending.csv"));
        file.open(new LinkedHashMap<>(Map.of("machine", "this one")));
    }

    /// Both sides become quicker, as a machine does that had other work before.
    @Test
    void whatTheMachineDidToBothIsNoDifference() throws Exception {
        measure((pair, side) -> leg(pair, side, 700 + 80 * pair, null));

        assertThat(Pairs.of(file.legs(), "many", "few").ratio("drained")).isEqualTo(new Bounds(1, 1, 1));
        assertThat(page()).contains("**reached** (lower bound 1.00)");
    }

    @Test
    void whatDiffersTooMuchIsNotReached() throws Exception {
        measure((pair, side) -> leg(pair, side, side.equals("many") ? 700 : 1_000, null));

        assertThat(page()).contains("**not reached** (lower bound 0.70)");
    }

    @Test
    void ofFewerPairsThanAreWantedNothingIsClaimed() throws Exception {
        for (var side : List.of("many", "few")) file.append(leg(1, side, 1_300, null));

        assertThat(page())
                .contains("1 pairs of legs count (cut off: a claim wants 10)")
                .doesNotContain("**reached**");
    }

    private void measure(Campaign.Sides sides) throws Exception {
        assertThat(new Campaign(file, List.of("many", "few"), PAIRS, Deadline.ofASection()).run(sides))
                .isTrue();
    }

    private String page() {
        var chapter = new Chapter(
                "Growth",
                "pending",
                "scale",
                "Invented.",
                new Chapter.Sides("many", "few"),
                List.of(new Chapter.Figure("drained", "drained", "per second")),
                List.of(new Chapter.Target("drained", "Drain rate", 1 / 1.3, false)),
                List.of());
        return chapter.write(file, PAIRS).markdown();
    }

    private static Leg leg(int number, String side, double drained, String voidBecause) {
        return Leg.of(number, side, Map.of("drained", drained), voidBecause);
    }
}
