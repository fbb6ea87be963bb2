package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Call;

/// More people than seats, all admitted at once, again and again: exactly as many get one as there are.
final class Contest implements AutoCloseable {

    private static final int SEATS = 2;
    private static final int PEOPLE = 4;

    private record Round(Call call, List<Accepted> people, List<Boolean> admitted) {}

    private final Story story;
    private final People people = new People();
    private final Queue<Round> rounds = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<Void> contest;
    private volatile boolean open = true;

    Contest(Story story) {
        this.story = story;
        this.contest = threads.submit(this::takePlace);
    }

    /// Begins no further round, and waits for the last.
    void finish() throws ExecutionException, InterruptedException {
        open = false;
        contest.get();
    }

    private Void takePlace() throws Exception {
        while (open || rounds.isEmpty()) {
            var call = story.openCall(SEATS);
            var applied = IntStream.range(0, PEOPLE)
                    .mapToObj(_ -> story.apply(call.id(), people.next(), UUID.randomUUID()))
                    .toList();
            var admitted = threads.invokeAll(applied.stream()
                    .<Callable<Boolean>>map(one -> () -> story.admitIfThereIsASeat(one, "A"))
                    .toList());
            var answers = new ArrayList<Boolean>();
            for (var each : admitted) answers.add(each.get());
            rounds.add(new Round(call, applied, answers));
            if (open) LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // others are here too
        }
        return null;
    }

    void assertSeatsGivenOnce(Announced announced) {
        for (var round : rounds) {
            assertThat(round.admitted).as("admitted").filteredOn(it -> it).hasSize(SEATS);
            for (var i = 0; i < PEOPLE; i++)
                story.awaitStanding(round.people.get(i), round.admitted.get(i) ? "ADMITTED" : "WAITING");
            announced.assertSeatsAndDecisions(round.call.id(), SEATS);
        }
    }

    int rounds() {
        return rounds.size();
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}
