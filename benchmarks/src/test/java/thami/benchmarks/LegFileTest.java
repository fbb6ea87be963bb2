package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegFileTest {

    @TempDir
    private Path folder;

    private LegFile file;

    @BeforeEach
    void begin() {
        file = new LegFile(folder.resolve("relay.csv"));
        file.open(facts("a machine"));
    }

    @Test
    void whatWasFinishedIsRead() {
        var leg = leg(1, "ours", null);
        var disturbed = leg(1, "floor", "3.0 % stolen");
        file.append(leg);
        file.append(disturbed);

        assertThat(file.legs()).containsExactly(leg, disturbed);
        assertThat(file.facts()).isEqualTo(facts("a machine"));
    }

    @Test
    void aLegThatWasCutOffIsNot() throws IOException {
        file.append(leg(1, "ours", null));
        Files.writeString(file.path(), "1,floor,per second,12.5\n", StandardOpenOption.APPEND);

        assertThat(file.legs()).hasSize(1);
    }

    @Test
    void aRunOnTheSameTermsGoesOnAndAnotherOneBeginsAnew() {
        file.append(leg(1, "ours", null));

        file.open(facts("a machine"));
        assertThat(file.legs()).hasSize(1);
        file.open(facts("another machine"));
        assertThat(file.legs()).isEmpty();
    }

    @Test
    void pairsAreRunInTurnAndOnlyWhatIsMissing() throws Exception {
        file.append(leg(1, "ours", null));
        file.append(leg(1, "floor", null));
        var run = new ArrayList<String>();

        var complete = campaign(3, Duration.ofMinutes(1)).run((pair, side) -> {
            run.add(pair + side);
            return leg(pair, side, null);
        });

        assertThat(complete).isTrue();
        assertThat(run).containsExactly("2floor", "2ours", "3ours", "3floor");
    }

    @Test
    void aPairWithADisturbedLegIsRepeated() throws Exception {
        var run = new ArrayList<String>();

        campaign(1, Duration.ofMinutes(1)).run((pair, side) -> {
            run.add(pair + side);
            return leg(pair, side, pair == 1 && side.equals("floor") ? "1 lost" : null);
        });

        assertThat(run).containsExactly("1ours", "1floor", "2floor", "2ours");
        assertThat(Pairs.of(file.legs(), "ours", "floor").count()).isEqualTo(1);
    }

    @Test
    void aLegThatCountsForNothingIsMissing() {
        file.append(leg(1, "ours", null));
        file.append(leg(2, "ours", "1 lost"));
        file.append(leg(1, "floor", null));

        assertThat(file.missing("ours", 2)).isEqualTo(1);
        assertThat(file.missing("floor", 1)).isZero();
        assertThat(file.next("ours")).isEqualTo(3);
        assertThat(file.next("neither")).isEqualTo(1);
    }

    @Test
    void itEndsWhenItsTimeIsOver() throws Exception {
        assertThat(campaign(10, Duration.ZERO).run((pair, side) -> leg(pair, side, null)))
                .isFalse();
    }

    private Campaign campaign(int pairs, Duration most) {
        return new Campaign(file, List.of("ours", "floor"), pairs, Deadline.in(most));
    }

    private static Leg leg(int pair, String side, String voidBecause) {
        return Leg.of(pair, side, Map.of("per second", 12.5), voidBecause);
    }

    private static LinkedHashMap<String, String> facts(String machine) {
        return new LinkedHashMap<>(Map.of("machine", machine));
    }
}
