package thami.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import thami.notification.Due;
import thami.notification.Samples;

@Timeout(30)
class DueQueueTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final DueQueue queue = new DueQueue(2);

    @Test
    void sharesWhatIsThereBetweenTheSenders() {
        put(11);

        assertThat(queue.take()).extracting(Due::id).hasSize(6).startsWith(Samples.id(0), Samples.id(1));
        assertThat(queue.take()).hasSize(3);
    }

    @Test
    void givesASingleOneToWhoeverComesFirst() {
        put(1);

        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void givesNobodyMoreThanAFew() {
        put(500);

        assertThat(queue.take()).hasSize(16);
    }

    @Test
    void dropsWhatDoesNotFitAndAsksForItWhenItWasEmptied() {
        put(DueQueue.LONGEST + 1);
        queue.noteSent();
        var looking = looking();

        while (!queue.isEmpty()) queue.take();

        await().until(() -> queue.take().isEmpty() && !looking.isAlive());
    }

    @Test
    void asksForTheRestOfAFullPage() {
        queue.refill(IntStream.range(0, DueQueue.LONGEST).mapToObj(Samples::id).toList());
        queue.noteSent();
        var looking = looking();

        while (!queue.isEmpty()) queue.take();

        await().until(() -> queue.take().isEmpty() && !looking.isAlive());
    }

    @Test
    void isInNoHurryWhileNothingCanBeSent() throws InterruptedException {
        queue.refill(IntStream.range(0, DueQueue.LONGEST).mapToObj(Samples::id).toList());
        var looking = looking();

        while (!queue.isEmpty()) queue.take();
        queue.take();

        assertThat(looking.join(Duration.ofMillis(100))).isFalse();
        looking.interrupt();
    }

    @Test
    void asksOnceForWhatWasSent() throws InterruptedException {
        put(DueQueue.LONGEST + 1);
        queue.noteSent();
        while (!queue.isEmpty()) queue.take();
        var first = looking();
        await().until(() -> queue.take().isEmpty() && !first.isAlive());

        var second = looking();
        queue.take();

        assertThat(second.join(Duration.ofMillis(100))).isFalse();
        second.interrupt();
    }

    private void put(int many) {
        for (var i = 0; i < many; i++) queue.put(Due.found(Samples.id(i)));
    }

    private Thread looking() {
        return Thread.ofVirtual().start(() -> {
            try {
                queue.awaitEmptied(NEVER);
            } catch (InterruptedException enough) {
                // the test is over
            }
        });
    }
}
