package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Samples.CALL;
import static thami.notification.Samples.CERTIFICATE;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.TITLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thami.notification.Occasion.Admitted;
import thami.notification.Occasion.ApplicationReceived;
import thami.notification.Occasion.ApplicationWithdrawn;
import thami.notification.Occasion.CertificateIssued;
import thami.notification.Occasion.CohortCancelled;
import thami.notification.Occasion.DecisionUndone;
import thami.notification.Occasion.Declined;
import thami.notification.Occasion.StatusLinkRenewed;
import thami.notification.Occasion.Waitlisted;

class NotifyOfCancellationTest {

    private static final NotificationId FACT = NotificationId.ofFact(
            "thami.cohort.cohort-cancelled.v1", CALL.value().toString(), 9);
    private static final Instant CANCELLED_AT = NOON.plus(Duration.ofDays(9));

    private final Story story = new Story();

    @BeforeEach
    void theCallIsKnown() {
        story.knowTheCall();
    }

    static List<List<Occasion>> hopes() {
        return List.of(
                List.of(),
                List.of(new ApplicationReceived(NOON)),
                List.of(new ApplicationReceived(NOON), new Waitlisted(TITLE, 1, day(1))),
                List.of(new ApplicationReceived(NOON), new Waitlisted(TITLE, 1, day(1)), new Admitted(TITLE, day(2))),
                List.of(new ApplicationReceived(NOON), new Declined(TITLE, day(1)), new DecisionUndone(TITLE, day(2))),
                List.of(new ApplicationReceived(NOON), new StatusLinkRenewed(day(1))));
    }

    @ParameterizedTest
    @MethodSource("hopes")
    void tellsWhoStillHopesForAPlaceOrHasOne(List<Occasion> told) {
        var person = somebodyWhoWasTold(told);

        story.cancellation.of(CALL, CANCELLED_AT, FACT);

        assertThat(cancellationsTo(person)).hasSize(1);
    }

    static List<List<Occasion>> noHopes() {
        return List.of(
                List.of(new ApplicationReceived(NOON), new Declined(TITLE, day(1))),
                List.of(new ApplicationReceived(NOON), new Admitted(TITLE, day(1)), new ApplicationWithdrawn(day(2))),
                List.of(new ApplicationReceived(NOON), new Declined(TITLE, day(1)), new StatusLinkRenewed(day(2))),
                List.of(
                        new ApplicationReceived(NOON),
                        new Admitted(TITLE, day(1)),
                        new CertificateIssued(CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", day(2))),
                // dated by clocks that differ, or by somebody who could not know
                List.of(new ApplicationReceived(day(2)), new Declined(TITLE, day(1))),
                List.of(new ApplicationReceived(NOON), new ApplicationWithdrawn(day(1)), new Admitted(TITLE, day(2))),
                List.of(
                        new ApplicationReceived(NOON),
                        new CertificateIssued(CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", day(1)),
                        new DecisionUndone(TITLE, day(2))));
    }

    @ParameterizedTest
    @MethodSource("noHopes")
    void tellsNobodyWhoseApplicationIsOver(List<Occasion> told) {
        var person = somebodyWhoWasTold(told);

        story.cancellation.of(CALL, CANCELLED_AT, FACT);

        assertThat(cancellationsTo(person)).isEmpty();
    }

    @Test
    void tellsNobodyWhoHasWithdrawnEvenIfThatWasHeardBeforeTheirApplication() {
        var person = new RecipientId(UUID.randomUUID());
        story.withdrawal.of(person, NOON);
        story.introduce.introduce(person, Samples.PERSON, CALL, "BSP-7Q4M-2K", 1);

        story.cancellation.of(CALL, CANCELLED_AT, FACT);

        assertThat(cancellationsTo(person)).isEmpty();
    }

    @Test
    void hasNobodyHopeAgainHoweverManyLinksWereAskedForSince() {
        var person = somebodyWhoWasTold(List.of(new ApplicationReceived(NOON), new Declined(TITLE, day(1))));
        for (var link = 1; link <= 250; link++)
            story.notify.of(
                    new StatusLinkRenewed(day(2)), NotificationId.ofFact("link", person.toString(), link), person);

        story.cancellation.of(CALL, CANCELLED_AT, FACT);

        assertThat(cancellationsTo(person)).isEmpty();
    }

    @Test
    void tellsEachOneOnceHoweverOftenItIsHeard() {
        var one = somebodyWhoWasTold(List.of(new ApplicationReceived(NOON)));
        story.cancellation.of(CALL, CANCELLED_AT, FACT); // and then a crash, with somebody left
        var other = somebodyWhoWasTold(List.of(new ApplicationReceived(NOON)));
        story.deliverDue();

        for (var time = 1; time <= 3; time++) story.cancellation.of(CALL, CANCELLED_AT, FACT);
        story.deliverDue();

        assertThat(cancellationsTo(one)).hasSize(1);
        assertThat(cancellationsTo(other)).hasSize(1);
    }

    @Test
    void tellsNobodyOfAnotherCall() {
        var elsewhere = new CallId(UUID.randomUUID());
        var person = new RecipientId(UUID.randomUUID());
        story.introduce.introduce(person, Samples.PERSON, elsewhere, "BSP-7Q4M-2K", 1);

        story.cancellation.of(CALL, CANCELLED_AT, FACT);

        assertThat(cancellationsTo(person)).isEmpty();
        assertThat(story.calls.findById(CALL).orElseThrow().isCancelled()).isTrue();
        assertThat(story.calls.findById(elsewhere)).isEmpty();
    }

    @Test
    void keepsThatItIsCancelledWhateverElseIsHeardOfTheCall() {
        var unheardOf = new CallId(UUID.randomUUID());
        story.cancellation.of(unheardOf, CANCELLED_AT, FACT);
        story.call.update(new CallNews(unheardOf, TITLE, true, Samples.WHEN, 1));

        var call = story.calls.findById(unheardOf).orElseThrow();

        assertThat(call.isCancelled()).isTrue();
        assertThat(call.title()).hasValue(TITLE);
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private RecipientId somebodyWhoWasTold(List<Occasion> occasions) {
        var person = new RecipientId(UUID.randomUUID());
        story.introduce.introduce(person, Samples.PERSON, CALL, "BSP-7Q4M-2K", 1);
        for (var occasion : occasions)
            story.notify.of(occasion, NotificationId.ofFact(occasion.name(), person.toString(), 1), person);
        return person;
    }

    private List<Notification> cancellationsTo(RecipientId person) {
        return story.notifications
                .all()
                .filter(each -> each.recipient().equals(person) && each.occasion() instanceof CohortCancelled)
                .toList();
    }
}
