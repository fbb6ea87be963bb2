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
import thami.launcher.demo.Api;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Certificate;

/// People who go their way while something breaks, each to one of the possible ends, and who are counted afterwards.
final class Crowd implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 2;

    /// Enough are always on their way; more would only make the counting longer.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /// Between those who ask once, whatever breaks: most of them are answered.
    private static final Duration BETWEEN_IMPATIENT = Duration.ofSeconds(3);

    enum Outcome {
        CERTIFIED("ADMITTED", "CERTIFIED", "admitted", "certificate"),
        WAITLISTED("WAITLISTED", "WAITLISTED", "waitlisted"),
        DECLINED("DECLINED", "DECLINED", "declined"),
        WITHDRAWN("WITHDRAWN", "WITHDRAWN", "withdrawn"),
        UNDECIDED("WAITING", "SUBMITTED");

        private final String standing;
        private final String shown;
        private final List<String> facts;

        /// @param standing as staff see it
        /// @param shown as the person does
        /// @param facts that mails tell
        Outcome(String standing, String shown, String... facts) {
            this.standing = standing;
            this.shown = shown;
            this.facts = Stream.concat(Stream.of("received"), Stream.of(facts)).toList();
        }
    }

    /// To whichever of these somebody goes on.
    private static final List<Outcome> ENDS =
            List.of(Outcome.CERTIFIED, Outcome.WAITLISTED, Outcome.DECLINED, Outcome.WITHDRAWN);

    private record Ordered(Accepted application, Outcome outcome) {}

    /// Sent, and refused.
    private final Queue<UUID> refused = new ConcurrentLinkedQueue<>();

    /// Sent once, and nobody knows how it ended.
    private final Map<UUID, SamplePerson> unknown = new ConcurrentHashMap<>();

    private final Story story;
    private final Story once;
    private final Story.Call call;
    private final Watch watch;
    private final People people = new People();
    private final Queue<Ordered> ordered = new ConcurrentLinkedQueue<>();
    private final Map<Accepted, Certificate> released = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Void>> ways = new ArrayList<>();
    private volatile boolean open = true;

    private Crowd(Story story, Story once, Story.Call call, Watch watch) {
        this.story = story;
        this.once = once;
        this.call = call;
        this.watch = watch;
    }

    /// Sends people on their way, one after the other, until [#finish()].
    ///
    /// @param once how somebody asks who does not ask again
    static Crowd goingTo(Story story, Story once, Story.Call call, Watch watch) {
        var crowd = new Crowd(story, once, call, watch);
        for (var i = 0; i < SIDE_BY_SIDE; i++) crowd.ways.add(crowd.threads.submit(crowd::takePeople));
        crowd.ways.add(crowd.threads.submit(crowd::askOnce));
        return crowd;
    }

    /// Lets nobody else begin, and waits until all have arrived.
    void finish() throws ExecutionException, InterruptedException {
        open = false;
        for (var way : ways) way.get();
    }

    /// At least one for each outcome.
    private Void takePeople() {
        while (open || next.get() < ENDS.size()) {
            var outcome = ENDS.get(next.getAndIncrement() % ENDS.size());
            var person = people.next();
            if (outcome == Outcome.DECLINED) applyWrongly(person);
            take(accepted(story.apply(call.id(), person, UUID.randomUUID()), outcome), outcome);
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

    /// One after the other applies, and goes away if nobody says how it ended.
    private Void askOnce() {
        while (open) {
            var person = people.next();
            var key = UUID.randomUUID();
            try {
                accepted(once.apply(call.id(), person, key), Outcome.UNDECIDED);
            } catch (Api.WaitedInVain nobodyKnows) {
                unknown.put(key, person);
            }
            LockSupport.parkNanos(BETWEEN_IMPATIENT.toNanos());
        }
        return null;
    }

    private Accepted accepted(Accepted application, Outcome outcome) {
        watch.on(application);
        ordered.add(new Ordered(application, outcome));
        return application;
    }

    private void take(Accepted accepted, Outcome outcome) {
        switch (outcome) {
            case CERTIFIED -> certify(accepted);
            case WAITLISTED -> story.waitlist(accepted);
            case DECLINED -> story.decline(accepted);
            case WITHDRAWN -> story.withdraw(accepted);
            case UNDECIDED -> {}
        }
    }

    /// Whoever admitted somebody, or recorded the last module, may do everything else but release: in turn.
    private void certify(Accepted accepted) {
        var admitted = released.size() % 2 == 0;
        story.admit(accepted, "B", admitted ? Story.DEPUTY : Story.ADMISSIONS);
        for (var module : call.modules()) {
            var last = module.equals(call.modules().getLast());
            story.complete(accepted, module, last && !admitted ? Story.DEPUTY : Story.TRAINER);
        }
        assertThat(story.isRefusedToRelease(accepted, Story.DEPUTY)).isTrue();
        var certificate = story.release(accepted);
        released.put(accepted, certificate);
        watch.on(certificate);
    }

    /// Whoever does not know whether they have applied has done so wholly or not at all, and has once they ask again.
    ///
    /// @return what there was to count
    String assertWholeOrAbsent(Story checked, Announced announced) {
        var there = 0;
        for (var one : unknown.entrySet()) {
            var key = one.getKey();
            var submitted = announced.about(key).of("application-submitted").size();
            assertThat(submitted).as("announced of " + key).isLessThanOrEqualTo(1);
            assertThat(List.of(
                            checked.isKept(key),
                            checked.isCandidate(key),
                            !told(checked, one.getValue()).isEmpty()))
                    .as("%s is kept, shown to staff, told by mail", key)
                    .containsOnly(submitted == 1);
            assertThat(told(checked, one.getValue())).hasSizeLessThanOrEqualTo(1);
            there += submitted;
        }
        for (var one : unknown.entrySet())
            ordered.add(new Ordered(story.apply(call.id(), one.getValue(), one.getKey()), Outcome.UNDECIDED));
        return "%d sent once and nobody knew: %d there, the others not at all".formatted(unknown.size(), there);
    }

    private static Set<String> told(Story checked, SamplePerson person) {
        return checked.mails(person).stream()
                .map(mail -> mail.get("messageId").asString())
                .collect(Collectors.toSet());
    }

    /// Everybody has exactly what was ordered: their standing, one certificate, each mail. Nobody who was refused has
    /// left anything.
    ///
    /// @return what there was to count
    String assertAllArrived(Story checked, Told told) {
        for (var one : ordered) {
            var application = one.application();
            checked.awaitShown(application, one.outcome().shown); // before the repeat, which would make it so
            assertThat(checked.apply(call.id(), application.person(), application.id()))
                    .as("the answer to the same key")
                    .isEqualTo(application);
            checked.awaitStanding(application, one.outcome().standing);
            if (one.outcome() == Outcome.CERTIFIED) assertCertified(checked, application);
            told.assertTold(application, one.outcome().facts);
        }
        assertThat(checked.candidates(call.id())).isEqualTo(ordered.size());
        assertThat(refused).noneMatch(checked::isKept);
        return "%d applications acknowledged, %d refused: %s"
                .formatted(
                        ordered.size(),
                        refused.size(),
                        ordered.stream().collect(Collectors.groupingBy(Ordered::outcome, Collectors.counting())));
    }

    private void assertCertified(Story checked, Accepted application) {
        var certificate = Objects.requireNonNull(released.get(application));
        assertThat(checked.isValid(certificate)).isTrue();
        assertThat(checked.release(application)).isEqualTo(certificate);
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
