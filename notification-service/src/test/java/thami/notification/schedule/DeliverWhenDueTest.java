package thami.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import thami.notification.Delivery;
import thami.notification.Language;
import thami.notification.Mail;
import thami.notification.Mailer;
import thami.notification.Notification;
import thami.notification.NotificationId;
import thami.notification.NotifyRecipient;
import thami.notification.Occasion;
import thami.notification.Person;
import thami.notification.Recipient;
import thami.notification.RecipientId;
import thami.notification.Samples;
import thami.notification.UpdateCall;
import thami.testing.ComponentTest;
import thami.testing.Wire;

/// The senders and the sweep, with a mailer that does what the test wants.
@ComponentTest
@Import({DeliverWhenDueTest.WithObedientMailer.class, Wire.ToTheStore.class})
@TestPropertySource(properties = "thami.notification.finish-within=2s")
@ExtendWith(OutputCaptureExtension.class)
class DeliverWhenDueTest {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Obedient mailer;

    @BeforeEach
    void theMailerBehavesAndNothingIsLeft() {
        mailer.behaves();
        mongo.remove(new Query(), Notification.class);
    }

    @Test
    void sendersSurviveAnError() {
        mailer.errorsOfSending.set(4);
        for (var mail = 1; mail <= 4; mail++) due();
        await().until(() -> mailer.errorsOfSending.get() == 0);

        var next = due();

        await().untilAsserted(() -> assertThat(mailer.sent).contains(next));
    }

    @Test
    void theSweepSurvivesAnError() {
        mailer.errorsOfReadiness.set(1);
        await().until(() -> mailer.errorsOfReadiness.get() == 0);

        var next = due();

        await().untilAsserted(() -> assertThat(mailer.sent).contains(next));
    }

    @Test
    void endsInTimeWhileTheStoreIsAwayAndTriesNoLongerToNoteWhatWasSent(
            CapturedOutput output, @Autowired DeliverWhenDue delivering, @Autowired Wire wire) {
        mailer.whenSent = wire::cut;
        var id = due();
        await().until(() -> mailer.sent.contains(id));
        var start = System.nanoTime();
        try {
            delivering.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            await().until(() -> output.getOut().contains("Notification " + id.value() + " stays due"));
        } finally {
            wire.mend();
            delivering.start();
        }
    }

    @Test
    void aSingleMailShowsHowThingsAreAndCostsNoOtherAnAttempt() throws InterruptedException {
        var toShow = new CountDownLatch(1);
        var shown = new CountDownLatch(1);
        mailer.onTrial = true;
        mailer.whenSent = () -> {
            toShow.countDown();
            awaitUnchecked(shown);
        };
        var several = IntStream.range(0, 6).mapToObj(_ -> due()).toList();
        assertThat(toShow.await(10, TimeUnit.SECONDS)).isTrue();

        await().during(Duration.ofSeconds(3)).until(() -> claimed(several) == 1);

        mailer.behaves();
        shown.countDown();
        await().until(() -> mailer.sent.containsAll(several));
    }

    @Test
    void aLaterMailWaitsWhileAnotherSenderHasAnEarlierOneToTheSamePerson(
            @Autowired NotifyRecipient notify, @Autowired UpdateCall call) throws InterruptedException {
        var taken = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        mailer.whenSent = () -> {
            taken.countDown();
            awaitUnchecked(answered);
        };
        call.update(Samples.NEWS);
        var somebody = new RecipientId(UUID.randomUUID());
        mongo.insert(known(somebody));
        var earlier = idOf(somebody, 1);
        var later = idOf(somebody, 2);
        notify.of(Samples.ADMITTED, earlier, somebody);
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();

        notify.of(new Occasion.DecisionUndone(Samples.TITLE, Samples.NOON.plusSeconds(1)), later, somebody);

        await().during(Duration.ofSeconds(3)).until(() -> claimed(List.of(later)) == 0);
        answered.countDown();
        await().untilAsserted(() -> assertThat(mailer.sent).contains(earlier, later));
    }

    private long claimed(List<NotificationId> several) {
        return several.stream()
                .map(id -> mongo.findById(id, Notification.class))
                .filter(each -> each.attempts() > 0)
                .count();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nobody is handed this one: the sweep has to find it.
    private NotificationId due() {
        var somebody = new RecipientId(UUID.randomUUID());
        mongo.insert(known(somebody));
        var id = idOf(somebody, 1);
        mongo.insert(Samples.in(Notification.State.PENDING, id, somebody, Samples.ADMITTED));
        return id;
    }

    private static NotificationId idOf(RecipientId somebody, long sequence) {
        return NotificationId.ofFact("test", somebody.value().toString(), sequence);
    }

    private static Recipient known(RecipientId somebody) {
        return Samples.recipient(somebody, new Person("Şule", somebody.value() + "@post.example", Language.DE));
    }

    @TestConfiguration
    static class WithObedientMailer {

        @Bean
        @Primary
        Obedient obedientMailer() {
            return new Obedient();
        }
    }

    static final class Obedient implements Mailer {

        final Set<NotificationId> sent = ConcurrentHashMap.newKeySet();
        final AtomicInteger errorsOfSending = new AtomicInteger();
        final AtomicInteger errorsOfReadiness = new AtomicInteger();
        volatile Runnable whenSent = () -> {};
        volatile boolean onTrial;

        void behaves() {
            errorsOfSending.set(0);
            errorsOfReadiness.set(0);
            whenSent = () -> {};
            onTrial = false;
        }

        @Override
        public Delivery send(Mail mail) {
            failAsOftenAs(errorsOfSending);
            whenSent.run();
            sent.add(mail.notification());
            return new Delivery.Accepted("250 OK");
        }

        @Override
        public boolean isReady() {
            failAsOftenAs(errorsOfReadiness);
            return true;
        }

        @Override
        public boolean isOnTrial() {
            return onTrial;
        }

        private static void failAsOftenAs(AtomicInteger errors) {
            if (errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                throw new NoClassDefFoundError("of the mail library");
        }
    }
}
