package thami.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import thami.launcher.demo.Story;
import thami.launcher.demo.Story.Accepted;
import thami.launcher.demo.Story.Certificate;

/// Who watches the watchmen: the checks of [NemesisStory] find each mistake that is planted, and pass without it.
@Tag("faults")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefectStory {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final People people = new People();
    private ThamiSystem system;
    private Story story;
    private Story impatient;
    private Story.Call call;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        system = ThamiSystem.startOnWires(home, "--separate");
        story = system.story(Duration.ofMinutes(2));
        impatient = system.story(SOON);
        call = story.openCall(100);
    }

    @AfterAll
    void end() throws Exception {
        if (system != null) system.close();
    }

    /// What happens, and what is to be checked afterwards.
    @FunctionalInterface
    private interface Scenario {
        ThrowingCallable after(Victim victim) throws Exception;
    }

    /// The process that has the defect, or that would have it.
    private interface Victim {

        void kill() throws Exception;

        /// As it was.
        void comeBack() throws Exception;
    }

    private final class Sound implements Victim {

        private final String process;

        private Sound(String process) {
            this.process = process;
        }

        @Override
        public void kill() throws Exception {
            system.kill(process);
        }

        @Override
        public void comeBack() throws Exception {
            system.restart("--separate");
        }
    }

    private final class Defective implements Victim {

        private final String name;
        private Process process;

        private Defective(Defect defect) throws Exception {
            name = defect.process();
            process = system.inPlaceOf(defect);
        }

        @Override
        public void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void comeBack() throws Exception {
            process = system.again(name, process);
        }
    }

    /// @param complaint what the checker has to say, so that it was found and nothing else
    private void assertFound(Defect defect, String complaint, Scenario scenario) throws Exception {
        assertThatCode(scenario.after(new Sound(defect.process())))
                .as("without the defect")
                .doesNotThrowAnyException();

        var defective = new Defective(defect);
        try {
            var found = catchThrowable(scenario.after(defective));
            assertThat(found).as("what the checker says").isNotNull().hasMessageContaining(complaint);
            System.out.printf("found in %s: %.300s%n", defect.process(), found);
        } finally {
            defective.kill();
            system.wire("kafka").mend();
            system.wire("store").mend();
            if (system.say("status").code() != 0) system.restart("--separate");
        }
    }

    @Test
    void anEventThatIsForgottenBeforeItIsSent() throws Exception {
        assertFound(Defect.RELAY_FORGETS_BEFORE_IT_SENDS, "is WAITING", this::killWhileTheBrokerIsAway);
    }

    @Test
    void anEventThatNobodyAcknowledged() throws Exception {
        assertFound(Defect.RELAY_DOES_NOT_AWAIT_THE_ACKNOWLEDGEMENT, "is WAITING", this::killWhileTheBrokerIsAway);
    }

    private ThrowingCallable killWhileTheBrokerIsAway(Victim registration) throws Exception {
        system.wire("kafka").cut();
        var accepted = apply();
        pause(12); // longer than the relay waits for anything
        registration.kill();
        system.wire("kafka").mend();
        system.restart("--separate");
        return () -> impatient.awaitStanding(accepted, "WAITING");
    }

    @Test
    void eventsInTheWrongOrder() throws Exception {
        assertFound(Defect.RELAY_REORDERS, "registration.applications.v1", _ -> {
            system.wire("kafka").cut();
            var accepted = apply();
            story.withdraw(accepted);
            pause(25); // longer than the relay tries to send the first alone
            system.wire("kafka").mend();
            awaitQuiet();
            return () -> announced().about(accepted.id()).assertInOrder();
        });
    }

    @Test
    void aConsumerThatChecksAndThenActs() throws Exception {
        assertFound(Defect.CONSUMER_CHECKS_THEN_ACTS, "1 mails to", notification -> {
            Accepted accepted;
            try (var withheld = system.wire("store")
                    .withholdAnswerTo(it -> it.is("insert", "seen") || it.is("insert", "notifications"))) {
                accepted = apply();
                assertThat(withheld.isHitWithin(SOON)).as("it is just done").isTrue();
                notification.kill();
            }
            notification.comeBack();
            awaitQuiet();
            return () -> assertToldOnce(accepted);
        });
    }

    @Test
    void aMailWithTheKeyOfItsDelivery() throws Exception {
        assertFound(Defect.MAIL_HAS_THE_KEY_OF_ITS_DELIVERY, "mails to the person of", notification -> {
            var accepted = apply();
            story.mails(accepted.person(), 1);
            awaitQuiet();
            notification.kill();
            rewind("notification-service");
            notification.comeBack();
            awaitQuiet();
            return () -> assertToldOnce(accepted);
        });
    }

    private void assertToldOnce(Accepted accepted) {
        new Told(impatient, List.of()).assertTold(accepted, List.of("received"));
    }

    @Test
    void aDeadLetterThatWasNotKept() throws Exception {
        var letters = "registration.applications.v1.cohort-service.dlt";
        assertFound(Defect.DEAD_LETTER_IS_LOST, "dead letters that were kept", _ -> {
            var planted = new Planted(call.id());
            system.broker().limit(letters, 100);
            planted.in(system.broker());
            pause(10);
            system.broker().limit(letters, 2_097_152);
            return () -> await().atMost(SOON)
                    .untilAsserted(() -> assertThat(story.deadLetters("cohort"))
                            .as("dead letters that were kept")
                            .extracting(letter -> letter.path("subject").asString(""))
                            .containsAll(planted.keys()));
        });
    }

    @Test
    void aSeatThatIsGivenTwice() throws Exception {
        assertFound(Defect.SEATS_ARE_COUNTED_ELSEWHERE, "admitted at once", _ -> {
            var contest = new Contest(story);
            contest.finish();
            awaitQuiet();
            return () -> {
                contest.assertSeatsGivenOnce(impatient, announced());
                contest.close();
            };
        });
    }

    @Test
    void anOutageThatIsToldAsUnknown() throws Exception {
        assertFound(Defect.OUTAGE_IS_UNKNOWN, "number-unknown", _ -> {
            var certificate = certify(apply());
            var watch = new Watch(system, story);
            watch.on(certificate);
            pause(1);
            system.wire("store").cut();
            pause(5);
            system.wire("store").mend();
            pause(3);
            watch.close();
            return watch::assertNothingUnknownAndNothingOlder;
        });
    }

    @Test
    void somebodyElsesPage() throws Exception {
        assertFound(Defect.RENDERED_PAGE_IS_SOMEBODY_ELSES, "stands in the certificate of", _ -> {
            var byName = new HashMap<String, Certificate>();
            for (var accepted : List.of(apply(), apply()))
                byName.put(accepted.person().name(), certify(accepted));
            awaitQuiet();
            return () -> new Certificates(system, story, announced()).assertEachIsItsOwn(byName);
        });
    }

    @Test
    void aStoreThatKeepsOnceASecond() throws Exception {
        assumeThat(ThamiSystem.hasProcess("store")).as("the store is ours").isTrue();
        assertFound(Defect.STORE_COMMITS_ONCE_A_SECOND, "an acknowledged application", store -> {
            var accepted = Stream.generate(this::apply).limit(5).toList();
            store.kill();
            system.restart("--separate");
            return () -> accepted.forEach(this::assertIsThere);
        });
    }

    private void assertIsThere(Accepted accepted) {
        var token = accepted.statusPage().replaceAll(".*/", "");
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Http.get(system.address("/api/applications/by-link/" + token))
                                .status())
                        .as("an acknowledged application")
                        .isEqualTo(200));
    }

    private Certificate certify(Accepted accepted) {
        story.admit(accepted, "A");
        call.modules().forEach(module -> story.complete(accepted, module));
        return story.release(accepted);
    }

    private Announced announced() throws Exception {
        return new Announced(system.broker().everything());
    }

    private void rewind(String group) {
        await().atMost(SOON).ignoreExceptions().until(() -> {
            system.broker().rewind(group); // as soon as the broker has noticed that nobody is left
            return true;
        });
    }

    private void awaitQuiet() {
        NemesisStory.awaitQuiet(system);
    }

    private Accepted apply() {
        return story.apply(call.id(), people.next(), UUID.randomUUID());
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
