package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void theSameSeedMeansTheSameArrivals() {
        assertThat(Arrivals.poisson(50, 10, 7).nanos())
                .isSorted()
                .isEqualTo(Arrivals.poisson(50, 10, 7).nanos())
                .hasSizeBetween(400, 600);
    }

    @Test
    void nobodyWaitsForAnAnswerThatIsLate() throws InterruptedException {
        Set<Integer> arrived = ConcurrentHashMap.newKeySet();
        var all = new CountDownLatch(20);

        var outcome = OpenLoop.run(Arrivals.uniform(1000, 0.02), Duration.ofSeconds(10), (number, _) -> {
            arrived.add(number);
            all.countDown();
            all.await(); // the first is answered when the last has been sent
        });

        assertThat(arrived).hasSize(20);
        assertThat(outcome.unfinished()).isZero();
        assertThat(outcome.lateness().getTotalCount()).isEqualTo(20);
    }

    @Test
    void whatFailsOrDoesNotEndIsCounted() throws InterruptedException {
        var outcome = OpenLoop.run(Arrivals.uniform(1000, 0.01), Duration.ofMillis(200), (number, _) -> {
            if (number == 3) throw new IllegalStateException("as planned");
            if (number == 4) new CountDownLatch(1).await();
        });

        assertThat(outcome.unfinished()).isEqualTo(2);
    }

    @Test
    void readsWhatTheSystemSaysOfProcessors() {
        assertThat(ProcessorTime.parse(
                        "12 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0", ProcessorTime.WITH_CHILDREN))
                .isEqualTo(2000);
        var before = Processors.parse("cpu  100 0 100 800 0 0 0 0 0 0");
        var after = Processors.parse("cpu  150 0 150 890 0 0 0 10 0 0");
        assertThat(after.stolenSince(before)).isEqualTo(5);
        assertThat(after.busyMillisSince(before)).isEqualTo(1000);
        assertThat(List.of(ProcessorTime.of(ProcessHandle.current().pid()))).allMatch(millis -> millis > 0);
    }
}
