package thami.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.InMemoryCandidates;
import thami.cohort.intake.InMemoryIntakes;
import thami.cohort.intake.Standing;
import thami.cohort.intake.Waiting;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.Planning;

/// What is decided while the broker is away: candidates hear of it later, and stay stored as waiting.
class QueuesTest {

    private static final int ROWS = 25;

    private final InMemoryCohorts cohorts = new InMemoryCohorts();
    private final InMemoryIntakes intakes = new InMemoryIntakes();
    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final Queues queues =
            new Queues(cohorts, intakes, candidates, Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofDays(7));
    private final Cases cases = new Cases(candidates, intakes, cohorts);

    @BeforeEach
    void publish() {
        Planning.published(cohorts, Waiting.seats(intakes, cohorts), 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {ROWS, ROWS + 1, 7 * ROWS})
    void whoeverStillWaitsIsFoundBehindThoseOnWhomWasDecided(int decided) {
        decided(decided);
        var waiting = waits(decided);

        var queue = queues.queue(COHORT, null);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.fresh()).extracting(row -> row.candidate().id()).containsExactly(waiting);
        assertThat(cases.page(COHORT, Standing.WAITING, null, ROWS).items()).hasSize(1);
    }

    @Test
    void aQueueOnAllOfWhichWasDecidedIsEmpty() {
        decided(2 * ROWS);

        assertThat(queues.queue(COHORT, null).isEmpty()).isTrue();
        assertThat(queues.queue(COHORT, null).next()).isNull();
    }

    @Test
    void everybodyIsSeenOnceByTurningThePages() {
        decided(2 * ROWS);
        var waiting = Stream.iterate(2 * ROWS, at -> at + 1)
                .limit(2 * ROWS)
                .map(this::waits)
                .toList();

        var first = queues.queue(COHORT, null);
        var second = queues.queue(COHORT, first.next());

        assertThat(Stream.concat(first.fresh().stream(), second.fresh().stream()))
                .extracting(row -> row.candidate().id())
                .containsExactlyElementsOf(waiting);
        assertThat(second.next()).isNull();
    }

    private void decided(int people) {
        Stream.iterate(0, at -> at + 1)
                .limit(people)
                .map(this::waits)
                .toList()
                .forEach(id -> Waiting.decline(id, intakes));
    }

    /// One after the other, and nobody for long.
    private CandidateId waits(int place) {
        return Waiting.since(NOON.minusSeconds(10_000 - place), candidates);
    }
}
