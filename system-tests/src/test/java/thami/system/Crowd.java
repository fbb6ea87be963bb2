package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Certificate;

/// People who go their way while something breaks, each to one of the possible ends, and who are counted afterwards.
final class Crowd implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 2;

    /// Enough are always on their way; more would only make the counting longer.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    enum Outcome {
        CERTIFIED("ADMITTED", "admitted", "certificate"),
        WAITLISTED("WAITLISTED", "waitlisted"),
        DECLINED("DECLINED", "declined"),
        WITHDRAWN("WITHDRAWN", "withdrawn");

        private final String standing;
        private final List<String> facts;

        Outcome(String standing, String... facts) {
            this.standing = standing;
            this.facts = Stream.concat(Stream.of("received"), Stream.of(facts)).toList();
        }
    }

    private record Ordered(Accepted application, Outcome outcome) {}

    /// Sent, and refused.
    private final Queue<UUID> refused = new ConcurrentLinkedQueue<>();

    private final Story story;
    private final Story.Call call;
    private final Watch watch;
    private final People people = new People();
    private final Queue<Ordered> ordered = new ConcurrentLinkedQueue<>();
    private final Map<Accepted, Certificate> released = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Void>> ways = new ArrayList<>();
    private volatile boolean open = true;

    private Crowd(Story story, Story.Call call, Watch watch) {
        this.story = story;
        this.call = call;
        this.watch = watch;
    }

    /// Sends people on their way, one after the other, until [#finish()].
    static Crowd goingTo(Story story, Story.Call call, Watch watch) {
        var crowd = new Crowd(story, call, watch);
        for (var i = 0; i < SIDE_BY_SIDE; i++) crowd.ways.add(crowd.threads.submit(crowd::takePeople));
        return crowd;
    }

    /// Lets nobody else begin, and waits until all have arrived.
    void finish() throws ExecutionException, InterruptedException {
        open = false;
        for (var way : ways) way.get();
    }

    /// At least one for each outcome.
    private Void takePeople() {
        while (open || next.get() < Outcome.values().length) {
            var outcome = Outcome.values()[next.getAndIncrement() % Outcome.values().length];
            var person = people.next();
            if (outcome == Outcome.DECLINED) applyWrongly(person);
            var accepted = story.apply(call.id(), person, UUID.randomUUID());
            watch.on(accepted);
            ordered.add(new Ordered(accepted, outcome));
            take(accepted, outcome);
            if (open) LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return null;
    }

    private void applyWrongly(SamplePerson person) {
        var key = UUID.randomUUID();
        var nobody = new SamplePerson(person.name(), person.email(), person.language(), "NO_SUCH_GROUP");
        assertThatThrownBy(() -> story.apply(call.id(), nobody, key)).hasMessageContaining("answered 4");
        refused.add(key);
    }

    private void take(Accepted accepted, Outcome outcome) {
        switch (outcome) {
            case CERTIFIED -> certify(accepted);
            case WAITLISTED -> story.waitlist(accepted);
            case DECLINED -> story.decline(accepted);
            case WITHDRAWN -> story.withdraw(accepted);
        }
    }

    /// Whoever admitted somebody may do everything else but release.
    private void certify(Accepted accepted) {
        story.admit(accepted, "B", Story.DEPUTY);
        call.modules().forEach(module -> story.complete(accepted, module));
        assertThat(story.isRefusedToRelease(accepted, Story.DEPUTY)).isTrue();
        var certificate = story.release(accepted);
        released.put(accepted, certificate);
        watch.on(certificate);
    }

    /// Everybody has exactly what was ordered: their standing, one certificate, each mail.
    ///
    /// @return what there was to count
    String assertAllArrived(Told told) {
        for (var one : ordered) {
            var application = one.application();
            assertThat(story.isKnown(application)) // before the repeat, which would make it so
                    .as("the status page of %s", application.reference())
                    .isTrue();
            assertThat(story.apply(call.id(), application.person(), application.id()))
                    .as("the answer to the same key")
                    .isEqualTo(application);
            story.awaitStanding(application, one.outcome().standing);
            if (one.outcome() == Outcome.CERTIFIED) assertCertified(application);
            told.assertTold(application, one.outcome().facts);
        }
        assertThat(story.candidates(call.id())).isEqualTo(ordered.size()); // nobody who was refused
        return "%d applications acknowledged, %d refused: %s"
                .formatted(
                        ordered.size(),
                        refused.size(),
                        ordered.stream().collect(Collectors.groupingBy(Ordered::outcome, Collectors.counting())));
    }

    private void assertCertified(Accepted application) {
        var certificate = Objects.requireNonNull(released.get(application));
        assertThat(story.isValid(certificate)).isTrue();
        assertThat(story.release(application)).isEqualTo(certificate);
    }

    UUID call() {
        return call.id();
    }

    int size() {
        return ordered.size();
    }

    List<UUID> refused() {
        return List.copyOf(refused);
    }

    /// As they were released, by the name of whose they are.
    Map<String, Certificate> certificates() {
        return released.entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().person().name(), Map.Entry::getValue));
    }

    /// Who has a seat in the end.
    Set<String> seated() {
        return released.keySet().stream().map(it -> it.id().toString()).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}
