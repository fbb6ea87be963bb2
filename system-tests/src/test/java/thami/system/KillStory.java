package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;

/// Kills each service and each part of the platform in turn while people go their way, then counts.
class KillStory {

    private static final List<String> VICTIMS = List.of(
            "registration-service",
            "cohort-service",
            "certificate-service",
            "notification-service",
            "broker",
            "store",
            "mail",
            "identity",
            "entrance");

    private enum Outcome {
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

    private final UUID run = UUID.randomUUID();
    private final Queue<Ordered> ordered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void everyAcknowledgedApplicationHasWhatWasOrderedOneCertificateAndItsMails(@TempDir Path home) throws Exception {
        try (var system = ThamiSystem.start(home, "--separate")) {
            var story = system.story(Duration.ofMinutes(5));
            var call = story.openCall(500);
            var killing = new AtomicBoolean(true);
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var ways = List.of(
                        people.submit(() -> takePeople(story, call, killing)),
                        people.submit(() -> takePeople(story, call, killing)));
                for (var victim : VICTIMS) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
                    system.kill(victim);
                    system.restart("--separate");
                }
                killing.set(false);
                for (var way : ways) way.get();
            }
            count(story, call);
        }
    }

    /// At least one of each outcome, and on until the killing is over.
    private Void takePeople(Story story, Story.Call call, AtomicBoolean killing) {
        while (killing.get() || next.get() < Outcome.values().length) {
            var number = next.getAndIncrement();
            var sample = SamplePerson.ALL.get(number % SamplePerson.ALL.size());
            var person = new SamplePerson(
                    sample.name(),
                    "p%d.%s@example.org".formatted(number, run),
                    sample.language(),
                    sample.targetGroup());
            var outcome = Outcome.values()[number % Outcome.values().length];
            var accepted = story.apply(call.id(), person, UUID.randomUUID());
            ordered.add(new Ordered(accepted, outcome));
            take(story, call, accepted, outcome);
        }
        return null;
    }

    private static void take(Story story, Story.Call call, Accepted accepted, Outcome outcome) {
        switch (outcome) {
            case CERTIFIED -> {
                story.admit(accepted, "B");
                call.modules().forEach(module -> story.complete(accepted, module));
                story.release(accepted);
            }
            case WAITLISTED -> story.waitlist(accepted);
            case DECLINED -> story.decline(accepted);
            case WITHDRAWN -> story.withdraw(accepted);
        }
    }

    private void count(Story story, Story.Call call) {
        var copies = 0;
        for (var one : ordered) {
            var application = one.application();
            var ids = story.mails(application.person(), one.outcome().mails).stream()
                    .map(mail -> mail.get("messageId").asString())
                    .collect(Collectors.toList());
            assertThat(ids.stream().distinct())
                    .as("mails of %s, ordered %s", application.reference(), one.outcome())
                    .hasSize(one.outcome().mails);
            copies += ids.size() - one.outcome().mails;
            story.awaitStanding(application, one.outcome().standing);
            if (one.outcome() == Outcome.CERTIFIED) {
                var certificate = story.release(application);
                assertThat(story.release(application)).isEqualTo(certificate);
                assertThat(story.isValid(certificate)).isTrue();
            }
        }
        assertThat(story.candidates(call.id())).isEqualTo(ordered.size());
        assertThat(copies).as("mails sent twice, at most one for each kill").isLessThanOrEqualTo(VICTIMS.size());
        System.out.printf(
                "%d kills, %d applications acknowledged: %s; %d mails repeated%n",
                VICTIMS.size(),
                ordered.size(),
                ordered.stream().collect(Collectors.groupingBy(Ordered::outcome, Collectors.counting())),
                copies);
    }
}
