package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thami.launcher.demo.SamplePerson;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.system.Nemesis.Kind;
import thami.testing.Protocol.Request;

/// Kills a service between an effect and the word of it: the store has written, the broker has the record, the offset
/// is committed, but nobody has told the service so. Whoever asks again finds the effect once.
@Tag("faults")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowStory {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// A key is good for a day.
    private static final Duration ALMOST_A_DAY = Duration.ofHours(24).minusMinutes(5);

    private final People people = new People();
    private ThamiSystem system;
    private Story story;
    private Story.Call call;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        system = ThamiSystem.startOnWires(home);
        story = system.story(Duration.ofMinutes(2));
        call = story.openCall(20);
    }

    @AfterAll
    void end() throws Exception {
        if (system != null) system.close();
    }

    @ParameterizedTest
    @CsvSource({
        "store, insert,        applications,            registration-service", // stored, not answered
        "kafka, PRODUCE,       registration-service,    registration-service", // sent, not acknowledged
        "kafka, OFFSET_COMMIT, consumer-cohort-service, cohort-service" // read, not known to be committed
    })
    void anApplication(String wire, String request, String about, String victim) throws Exception {
        var key = UUID.randomUUID();
        var person = people.next();

        var accepted = killedIn(wire, it -> it.is(request, about), victim, () -> apply(person, key));

        assertThat(accepted.id()).isEqualTo(key);
        assertOutcome(accepted, "WAITING", 1);
    }

    @Test
    void aDecisionThatIsStoredButNotAnswered() throws Exception {
        var accepted = apply(people.next(), UUID.randomUUID());
        story.awaitStanding(accepted, "WAITING");

        killedIn("store", Kind.WINDOW_DECIDED.request(), "cohort-service", () -> admit(accepted));

        assertOutcome(accepted, "ADMITTED", 2);
    }

    @Test
    void aCertificateThatIsIssuedButNotAnswered() throws Exception {
        var accepted = apply(people.next(), UUID.randomUUID());
        admit(accepted);
        call.modules().forEach(module -> story.complete(accepted, module));
        story.missing(accepted, 0);

        var certificate =
                killedIn("store", Kind.WINDOW_ISSUED.request(), "certificate-service", () -> story.release(accepted));

        assertThat(story.release(accepted)).isEqualTo(certificate);
        assertThat(story.isValid(certificate)).isTrue();
        assertOutcome(accepted, "ADMITTED", 3);
    }

    @Test
    void theSameKeyADayLater() throws Exception {
        assumeThat(FakeTime.isHere()).isTrue();
        var key = UUID.randomUUID();
        var person = people.next();
        var accepted = apply(person, key);

        var later = system.inPlaceOf("registration-service", FakeTime.variables(ALMOST_A_DAY));

        assertThat(apply(person, key)).isEqualTo(accepted);
        later.destroy();
        later.onExit().join();
        system.restart();
        assertOutcome(accepted, "WAITING", 1);
    }

    /// Does it while the answer to such a request is kept back, kills who waits for it, and lets the one who does it
    /// try again until it is done, as a patient person would.
    private <T> T killedIn(String wire, Predicate<Request> request, String victim, Callable<T> deed) throws Exception {
        try (var withheld = system.wire(wire).withholdAnswerTo(request);
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = others.submit(deed);
            assertThat(withheld.isHitWithin(PATIENCE)).as("the window is hit").isTrue();
            system.kill(victim);
            withheld.close();
            system.restart();
            return done.get();
        }
    }

    /// This standing, so many mails, and no more of either after a while.
    private void assertOutcome(Accepted accepted, String standing, int mails) {
        story.awaitStanding(accepted, standing);
        story.mails(accepted.person(), mails);
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(story.mails(accepted.person())).hasSize(mails);
            assertThat(story.candidates(call.id())).isEqualTo(people.count());
        });
    }

    private Accepted apply(SamplePerson person, UUID key) {
        return story.apply(call.id(), person, key);
    }

    private Void admit(Accepted accepted) {
        story.admit(accepted, "A");
        return null;
    }
}
