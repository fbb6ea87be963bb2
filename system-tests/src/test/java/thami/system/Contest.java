package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Call;

/// More people than seats, all admitted at once, again and again: exactly as many get one as there are. Then somebody
/// gives a seat back, or it is taken back, and one of those who had none gets it, and nobody else.
final class Contest implements AutoCloseable {

    private static final int SEATS = 2;
    private static final int PEOPLE = 4;

    /// How somebody stands in the end, how that is shown to them, and what they were told.
    private record End(String standing, String shown, List<String> facts) {

        static final End SEATED = new End("ADMITTED", "ADMITTED", List.of("received", "admitted"));
        static final End WITHDRAWN = new End("WITHDRAWN", "WITHDRAWN", List.of("received", "admitted", "withdrawn"));
        static final End UNDONE = new End("WAITING", "SUBMITTED", List.of("received", "admitted", "undone"));
        static final End UNSEATED = new End("WAITING", "SUBMITTED", List.of("received"));
    }

    private record Round(Call call, long admitted, Map<Accepted, End> ends, boolean isFull) {}

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
            rounds.add(round());
            if (open) LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // others are here too
        }
        return null;
    }

    private Round round() throws Exception {
        var call = story.openCall(SEATS);
        var ends = new LinkedHashMap<Accepted, End>();
        for (var i = 0; i < PEOPLE; i++)
            ends.put(story.apply(call.id(), people.next(), UUID.randomUUID()), End.UNSEATED);
        var answers = threads.invokeAll(ends.keySet().stream()
                .<Callable<Boolean>>map(one -> () -> story.admitIfThereIsASeat(one, "A"))
                .toList());
        var one = ends.keySet().iterator();
        var admitted = 0;
        for (var seated : answers) {
            var person = one.next();
            if (!seated.get()) continue;
            ends.put(person, End.SEATED);
            admitted++;
        }
        if (admitted != SEATS) return new Round(call, admitted, ends, false);
        ends.put(first(ends, End.SEATED), giveBack(first(ends, End.SEATED)));
        story.admit(first(ends, End.UNSEATED), "A");
        ends.put(first(ends, End.UNSEATED), End.SEATED);
        return new Round(call, admitted, ends, !story.admitIfThereIsASeat(first(ends, End.UNSEATED), "A"));
    }

    private static Accepted first(Map<Accepted, End> ends, End end) {
        return ends.entrySet().stream()
                .filter(it -> it.getValue().equals(end))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// In turn by the person, who has read that they have it, and by staff.
    private End giveBack(Accepted seated) {
        if (rounds.size() % 2 == 0) {
            story.mails(seated.person(), 2);
            story.withdraw(seated);
            return End.WITHDRAWN;
        }
        story.undo(seated);
        return End.UNDONE;
    }

    void assertSeatsGivenOnce(Story checked, Announced announced) {
        for (var round : rounds) {
            assertThat(round.admitted).as("admitted at once").isEqualTo(SEATS);
            assertThat(round.isFull).as("full again").isTrue();
            round.ends.forEach((person, end) -> {
                checked.awaitShown(person, end.shown);
                checked.awaitStanding(person, end.standing);
                assertThat(checked.apply(round.call.id(), person.person(), person.id()))
                        .as("the answer to the same key")
                        .isEqualTo(person);
            });
            assertThat(checked.admitIfThereIsASeat(first(round.ends, End.UNSEATED), "A"))
                    .as("a seat is left")
                    .isFalse();
            assertThat(announced.assertSeats(round.call.id(), SEATS))
                    .as("who has a seat by what was announced")
                    .containsExactlyInAnyOrderElementsOf(round.ends.entrySet().stream()
                            .filter(it -> it.getValue().equals(End.SEATED))
                            .map(it -> it.getKey().id().toString())
                            .toList());
        }
    }

    void assertTold(Told told) {
        for (var round : rounds) round.ends.forEach((person, end) -> told.assertTold(person, end.facts));
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
