package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import tools.jackson.databind.JsonNode;

/// People who go their way while something breaks, each to one of the possible ends, and who are counted afterwards.
final class Crowd implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 2;

    /// Enough are always on their way; more would only make the counting longer.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /// What may end a mail's sending in the air: who sends it, what it is noted in, who takes it.
    private static final List<String> BEHIND_A_MAIL = List.of("notification-service", "store", "mail", "smtp");

    /// How long a mail may be on its way before its first copy arrives.
    private static final Duration SENDING = Duration.ofSeconds(20);

    enum Outcome {
        CERTIFIED("ADMITTED", 3),
        WAITLISTED("WAITLISTED", 2),
        DECLINED("DECLINED", 2),
        WITHDRAWN("WITHDRAWN", 2);

        private final String standing;
        private final int mails;

        Outcome(String standing, int mails) {
            this.standing = standing;
            this.mails = mails;
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
            case CERTIFIED -> {
                story.admit(accepted, "B");
                call.modules().forEach(module -> story.complete(accepted, module));
                watch.on(story.release(accepted));
            }
            case WAITLISTED -> story.waitlist(accepted);
            case DECLINED -> story.decline(accepted);
            case WITHDRAWN -> story.withdraw(accepted);
        }
    }

    /// Everybody has exactly what was ordered: their standing, one certificate, each mail, and a second copy of it only
    /// where a fault was in the way of the first.
    ///
    /// @return what there was to count
    String assertAllArrived(List<Fault> faults) {
        var copies = 0;
        for (var one : ordered) {
            var application = one.application();
            assertThat(story.apply(call.id(), application.person(), application.id()))
                    .as("the answer to the same key")
                    .isEqualTo(application);
            story.awaitStanding(application, one.outcome().standing);
            if (one.outcome() == Outcome.CERTIFIED) assertCertified(application);
            var mails = story.mails(application.person(), one.outcome().mails).stream()
                    .collect(Collectors.groupingBy(mail -> mail.get("messageId").asString()));
            assertThat(mails.keySet())
                    .as("mails of %s, ordered %s", application.reference(), one.outcome())
                    .hasSize(one.outcome().mails);
            mails.values().forEach(each -> assertSame(each, faults));
            copies += mails.values().stream().mapToInt(List::size).sum() - mails.size();
        }
        assertThat(story.candidates(call.id())).isEqualTo(ordered.size()); // nobody who was refused
        return "%d applications acknowledged, %d refused: %s; %d mails repeated"
                .formatted(
                        ordered.size(),
                        refused.size(),
                        ordered.stream().collect(Collectors.groupingBy(Ordered::outcome, Collectors.counting())),
                        copies);
    }

    private void assertCertified(Accepted application) {
        var certificate = story.release(application);
        assertThat(story.release(application)).isEqualTo(certificate);
        assertThat(story.isValid(certificate)).isTrue();
    }

    private static void assertSame(List<JsonNode> copies, List<Fault> faults) {
        var first = copies.getLast(); // the newest comes first
        for (var copy : copies) {
            for (var what : List.of("to", "subject", "text", "html"))
                assertThat(copy.get(what)).as(what + " of both copies").isEqualTo(first.get(what));
        }
        for (var copy : copies.subList(0, copies.size() - 1)) {
            var from = arrived(first).minus(SENDING);
            var to = arrived(copy);
            assertThat(faults)
                    .as("a fault that explains a second copy between %s and %s", from, to)
                    .anyMatch(fault -> fault.touches(BEHIND_A_MAIL, from, to));
        }
    }

    /// When it arrived, by the mail sink's clock, which its id carries: the sender's may be wrong.
    private static Instant arrived(JsonNode mail) {
        return Instant.ofEpochMilli(Long.parseLong(mail.get("id").asString(), 16) >>> 16);
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

    /// Of everybody who was to have one, by name.
    Map<String, Story.Certificate> certificates() {
        return ordered.stream()
                .filter(it -> it.outcome() == Outcome.CERTIFIED)
                .map(Ordered::application)
                .collect(Collectors.toMap(it -> it.person().name(), story::release));
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}
