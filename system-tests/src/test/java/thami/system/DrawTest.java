package thami.system;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.system.Draw.Blow;
import thami.system.Nemesis.Kind;

/// What breaks in a run of faults, and what a run has not shown.
class DrawTest {

    private static final Set<Kind> SLOW = EnumSet.of(Kind.KILL_ALL, Kind.SCALE, Kind.AHEAD, Kind.BEHIND);
    private static final Set<Kind> TO_EACH = EnumSet.of(Kind.KILL, Kind.TERMINATE, Kind.FREEZE);
    private static final List<String> PROCESSES =
            List.of("registration-service", "cohort-service", "broker", "store", "entrance");

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(draw(7)).isEqualTo(draw(7)).isNotEqualTo(draw(8));
    }

    @Test
    void noRunGoesWithoutAnyKindThatIsQuick() {
        var quick = EnumSet.complementOf(EnumSet.copyOf(SLOW));

        draws().forEach(draw ->
                assertThat(kinds(draw.first()).filter(not(SLOW::contains))).containsExactlyInAnyOrderElementsOf(quick));
    }

    @Test
    void noRunGoesWithoutOneOfTheSlowKinds() {
        draws().forEach(draw ->
                assertThat(kinds(draw.first()).filter(SLOW::contains)).hasSize(1));
        assertThat(draws().flatMap(draw -> kinds(draw.first()))).containsAll(SLOW);
    }

    @Test
    void aPartOfThePlatformIsKilledFirstForTheWindowsKillEachService() {
        assertThat(draws().flatMap(draw -> draw.first().stream())
                        .filter(blow -> blow.kind() == Kind.KILL)
                        .map(Blow::target))
                .containsOnly("broker", "store", "entrance");
        assertThat(Stream.of(Kind.values()).filter(Kind::isWindow).map(Kind::victim))
                .containsAll(RepositoryFiles.SERVICES);
    }

    @Test
    void aWholeDrawKillsTerminatesAndFreezesEachProcessAndHasEachOtherKindOnce() {
        draws().forEach(draw -> {
            assertThat(draw.all()).doesNotHaveDuplicates();
            for (var kind : TO_EACH)
                assertThat(draw.all().stream()
                                .filter(blow -> blow.kind() == kind)
                                .map(Blow::target))
                        .as("%s of whom", kind)
                        .containsExactlyInAnyOrderElementsOf(PROCESSES);
            assertThat(kinds(draw.all()).filter(not(TO_EACH::contains)))
                    .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(TO_EACH)));
        });
    }

    @Test
    void windowsComeAmongTheOthers() {
        assertThat(draws().map(draw -> draw.first().getFirst().kind()).distinct())
                .as("what breaks at first")
                .hasSizeGreaterThan(10);
    }

    @Test
    void whereNoClockCanBeWrongTheRestIsDrawn() {
        var kinds = EnumSet.complementOf(EnumSet.of(Kind.AHEAD, Kind.BEHIND));

        assertThat(kinds(Draw.from(new Random(7), kinds, PROCESSES).all()).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aWindowThatWasNeverTriedIsMissedToo(@TempDir Path home) {
        assertThat(new Nemesis(ThamiSystem.at(home), 7).missed())
                .containsExactlyElementsOf(
                        Stream.of(Kind.values()).filter(Kind::isWindow).toList())
                .hasSize(6);
    }

    private static Stream<Kind> kinds(List<Blow> of) {
        return of.stream().map(Blow::kind);
    }

    private static Stream<Draw> draws() {
        return new Random(7).longs(100).mapToObj(DrawTest::draw); // of seeds in a row the first numbers are alike
    }

    private static Draw draw(long seed) {
        return Draw.from(new Random(seed), EnumSet.allOf(Kind.class), PROCESSES);
    }
}
