package thami.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thami.delivery.Fact;
import thami.notification.Mail;
import thami.notification.Notification;
import thami.notification.Samples;
import thami.notification.Story;
import thami.notification.messaging.NotifyOnApplicationAdmitted.ApplicationAdmitted;
import thami.notification.messaging.NotifyOnApplicationSubmitted.ApplicationSubmitted;
import thami.notification.messaging.NotifyOnApplicationWaitlisted.ApplicationWaitlisted;
import thami.notification.messaging.NotifyOnApplicationWithdrawn.ApplicationWithdrawn;
import thami.notification.messaging.NotifyOnCertificateIssued.CertificateIssued;
import thami.notification.messaging.NotifyOnDecisionUndone.DecisionUndone;
import thami.notification.messaging.NotifyOnStatusLinkRenewed.StatusLinkRenewed;

/// One person's story, heard in any order across topics, with repeats and with mails going out in between: the
/// same documents, the same mails, each once. The order within a topic is kept, as Kafka keeps it per key. A
/// failing seed is in the test's name.
class EveryOrderTest {

    private static final UUID CALL = Samples.CALL.value();
    private static final UUID SULE = Samples.SULE.value();
    private static final CallTitle TITLE = new CallTitle("ThAMI plus 2026", "ThAMI plus 2026");
    private static final Instant NOON = Samples.NOON;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheSame(int seed) {
        var expected = new Told();
        expected.topics().forEach(topic -> topic.forEach(Runnable::run));
        expected.settle();
        var shuffled = new Told();

        shuffle(shuffled, new Random(seed));

        assertThat(shuffled.documents()).isEqualTo(expected.documents());
        assertThat(shuffled.mails()).isEqualTo(expected.mails()).hasSize(8);
    }

    private static void shuffle(Told told, Random random) {
        var topics = told.topics().stream().map(ArrayList::new).toList();
        var heard = new ArrayList<Runnable>();
        while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
            var open = topics.stream().filter(topic -> !topic.isEmpty()).toList();
            var next = open.get(random.nextInt(open.size())).removeFirst();
            heard.add(next);
            next.run();
            if (random.nextInt(3) == 0) heard.get(random.nextInt(heard.size())).run(); // a repeat, however late
            if (random.nextInt(3) == 0) told.story.deliverDue();
        }
        Collections.shuffle(heard, random);
        heard.forEach(Runnable::run); // and everything from the start once more
        told.settle();
    }

    private static final class Told {

        private final Story story = new Story();
        private final NotifyOnApplicationSubmitted submitted =
                new NotifyOnApplicationSubmitted(story.introduce, story.notify);
        private final NotifyOnStatusLinkRenewed renewed = new NotifyOnStatusLinkRenewed(story.renew, story.notify);
        private final NotifyOnApplicationWithdrawn withdrawn =
                new NotifyOnApplicationWithdrawn(story.withdrawal, story.notify);
        private final NotifyOnApplicationAdmitted admitted = new NotifyOnApplicationAdmitted(story.notify);
        private final NotifyOnApplicationWaitlisted waitlisted = new NotifyOnApplicationWaitlisted(story.notify);
        private final NotifyOnDecisionUndone undone = new NotifyOnDecisionUndone(story.notify);
        private final NotifyOnCertificateIssued issued = new NotifyOnCertificateIssued(story.notify);
        private final UpdateCallOnCallPublished call = new UpdateCallOnCallPublished(story.call);

        List<List<Runnable>> topics() {
            return List.of(
                    List.of(
                            hear(
                                    submitted::on,
                                    SULE,
                                    1,
                                    new ApplicationSubmitted(
                                            SULE, CALL, "Şule", "sule@post.example", "de", 1, "BSP-7Q4M-2K", NOON)),
                            hear(renewed::on, SULE, 2, new StatusLinkRenewed(SULE, 2, minute(2))),
                            hear(withdrawn::on, SULE, 3, new ApplicationWithdrawn(SULE, minute(3)))),
                    List.of(
                            hear(call::on, CALL, 1, call(new CallTitle("Alt", "Old"))),
                            hear(call::on, CALL, 2, call(TITLE))),
                    List.of(
                            hear(waitlisted::on, CALL, 1, new ApplicationWaitlisted(SULE, TITLE, 3, minute(-5))),
                            hear(admitted::on, CALL, 2, new ApplicationAdmitted(SULE, TITLE, minute(1))),
                            hear(undone::on, CALL, 3, new DecisionUndone(SULE, TITLE, minute(5))),
                            hear(admitted::on, CALL, 4, new ApplicationAdmitted(SULE, TITLE, minute(10)))),
                    List.of(hear(
                            issued::on,
                            Samples.CERTIFICATE.value(),
                            1,
                            new CertificateIssued(
                                    Samples.CERTIFICATE.value(), SULE, "BEJSPZ-KE7Q4M-2K9TXY", minute(8)))));
        }

        /// The clocks of the services differ, and who decides last need not know of the withdrawal.
        private static Instant minute(int minute) {
            return NOON.plus(Duration.ofMinutes(minute));
        }

        private static CallState call(CallTitle title) {
            var when = Samples.WHEN;
            return new CallState(CALL, title, true, when.startsOn(), when.endsOn(), when.place());
        }

        private static <V> Runnable hear(Consumer<Fact<V>> policy, UUID subject, long sequence, V view) {
            return () -> policy.accept(new Fact<>(view, subject + ":" + sequence, subject, sequence, NOON));
        }

        /// In the end the cohort is called off, which is nothing to somebody who has withdrawn.
        void settle() {
            story.cancellation.of(Samples.CALL, minute(60), Samples.id(60));
            story.passes(Duration.ofMinutes(1)); // longer than a mail waits for its call
            for (var second = 0; second < 10; second++) { // each mail for the one before it
                story.deliverDue();
                story.passes(Duration.ofSeconds(1));
            }
        }

        Map<String, String> documents() {
            var documents = new TreeMap<String, String>();
            story.notifications
                    .all()
                    .forEach(each -> documents.put(each.id().value().toString(), shown(each)));
            var sule = story.recipients.findById(Samples.SULE).orElseThrow();
            documents.put(
                    "sule",
                    sule.isKnown() + " " + sule.linkGeneration() + " " + sule.reference() + " " + sule.hasWithdrawn());
            documents.put(
                    "call",
                    story.calls
                            .findById(Samples.CALL)
                            .orElseThrow()
                            .title()
                            .orElseThrow()
                            .de());
            return documents;
        }

        /// The words may name a call by an older title, and a mail that went out before a renewal bears the older
        /// link: that is when it was sent, not what is known.
        private static String shown(Notification notification) {
            return notification.state() + " " + notification.occasion() + " " + notification.recipient() + " "
                    + notification.sending() + " " + notification.attempts();
        }

        List<String> mails() {
            return story.sent.stream()
                    .map(Mail::notification)
                    .map(id -> id.value().toString())
                    .sorted()
                    .toList();
        }
    }
}
