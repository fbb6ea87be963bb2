package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Notification.State.FAILED;
import static thami.notification.Notification.State.PENDING;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Samples.ADMITTED;
import static thami.notification.Samples.STAFF;
import static thami.notification.Samples.SULE;
import static thami.notification.Samples.id;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliverNotificationTest {

    private static final Occasion UNDONE = new Occasion.DecisionUndone(Samples.TITLE, Samples.NOON.plusSeconds(1));

    private final Story story = new Story();

    @BeforeEach
    void sulesAdmissionIsDue() {
        story.knowTheCall();
        story.introduceSule();
        story.notify.of(ADMITTED, id(1), SULE);
    }

    @Test
    void onlyOneOfTwoClaimsIt() {
        var first = story.notifications.findById(id(1)).orElseThrow();
        assertThat(story.claim(Due.found(id(1)))).isPresent();

        assertThat(story.claim(Due.found(id(1)))).isEmpty();
        first.claim(Samples.NOON, DeliverNotification.LEASE);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> story.notifications.save(first))
                .isInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
    }

    @Test
    void repeatsTheSameMailAfterACrashBetweenTheYesAndItsMarker() {
        story.claim(Due.found(id(1))).ifPresent(story.deliver::send); // and no record: the process is gone

        story.deliverDue();
        assertThat(story.sent).as("nobody sends it while the lease runs").hasSize(1);
        story.passes(DeliverNotification.LEASE);
        story.deliverDue();

        assertThat(story.sent).hasSize(2).extracting(Mail::sending).containsOnly(1);
        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
    }

    @Test
    void saysTheSameWordsAgainEvenIfTheCallWasRenamedMeanwhile() {
        story.answers.add(new Delivery.Unclear("connection lost"));
        story.deliverDue();
        story.call.update(new CallNews(Samples.CALL, new Title("Umbenannt", "Renamed"), true, Samples.WHEN, 2));

        story.passes(Duration.ofMinutes(1));
        story.deliverDue();

        assertThat(story.sent).hasSize(2);
        assertThat(story.sent.get(1).letter()).isEqualTo(story.sent.get(0).letter());
    }

    @Test
    void carriesTheNewestLinkAtTheMomentOfSending() {
        story.answers.add(new Delivery.Unreachable("refused"));
        story.deliverDue();
        story.renew.renew(SULE, 2);

        story.passes(Duration.ofMinutes(1));
        story.deliverDue();

        assertThat(story.sent.get(1).letter().text()).endsWith("generation-2");
    }

    @Test
    void sendsOneMailWhenTwoInstancesWereHandedTheSame() {
        var here = story.postbox().getFirst();
        story.notify.of(ADMITTED, id(1), SULE); // heard again, before it was sent
        var there = story.postbox().getFirst();

        var first = story.claim(here);

        assertThat(first).isPresent();
        assertThat(story.claim(there)).isEmpty();
        first.ifPresent(claim -> story.deliver.record(claim, story.deliver.send(claim)));
        assertThat(story.sent).hasSize(1);
        assertThat(story.the(id(1)).attempts()).isEqualTo(1);
    }

    @Test
    void leavesWhatWasHandedOverToItsNewerState() {
        var handed = story.postbox().getFirst();
        story.answers.add(new Delivery.Refused("550 No such user"));
        story.deliverDue(); // by another instance
        story.resend.resend(id(1), STAFF, "Adresse war voll");

        story.deliver(handed);
        assertThat(story.sent).hasSize(1);
        story.postbox().forEach(story::deliver);

        assertThat(story.sent).extracting(Mail::sending).containsExactly(1, 2);
        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
    }

    @Test
    void carriesALinkThatWasRenewedAfterTheMailWasHandedOver() {
        var handed = story.postbox().getFirst();
        story.renew.renew(SULE, 2);

        story.deliver(handed);

        assertThat(story.sent.getFirst().letter().text()).endsWith("generation-2");
    }

    @Test
    void asksAgainForPeopleAfterAMoment() {
        var round = story.deliver.prepare(story.postbox());
        assertThat(story.deliver.isOver(round)).isFalse();

        story.passes(Duration.ofMillis(1001));

        assertThat(story.deliver.isOver(round)).isTrue();
    }

    @Test
    void findsWhatWasInThePostboxOfAProcessThatEnded() {
        story.postbox(); // nobody empties it any more

        story.deliverDue();

        assertThat(story.sent).hasSize(1);
        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
    }

    @Test
    void writesToNobodyWhoIsNoLongerKnown() {
        var handed = story.postbox().getFirst();
        story.recipients.forget(SULE);

        story.deliver(handed);

        assertThat(story.sent).isEmpty();
    }

    @Test
    void preparesSeveralMailsWithOneQuestionEach() {
        story.notify.of(ADMITTED, id(3), SULE);
        var handed = story.postbox();
        var found = Due.found(id(1));
        var round = story.deliver.prepare(List.of(found, handed.getLast()));

        for (var due : List.of(found, handed.getLast()))
            story.deliver.claim(due, round).ifPresent(story.deliver::send);

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(3));
    }

    @Test
    void neverStoresTheSecretOfALink() {
        story.deliverDue();

        assertThat(story.the(id(1)).letter().orElseThrow().text()).endsWith(Letter.MARK);
    }

    @Test
    void failsAfterAFinalNo() {
        story.answers.add(new Delivery.Refused("550 No such user"));

        story.deliverDue();
        story.passes(Duration.ofDays(30));
        story.deliverDue();

        assertThat(story.sent).hasSize(1);
        assertThat(story.the(id(1)).state()).isEqualTo(FAILED);
    }

    @Test
    void triesAgainAfterATemporaryNo() {
        story.answers.add(new Delivery.Postponed("450 Mailbox busy"));

        story.deliverDue();
        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);
        story.passes(Duration.ofSeconds(10));
        story.deliverDue();

        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
        assertThat(story.the(id(1)).attempts()).isEqualTo(2);
    }

    @Test
    void tellsALaterFactAfterTheEarlierOneThatHadToWait() {
        story.answers.add(new Delivery.Postponed("450 Greylisted"));
        story.notify.of(UNDONE, id(2), SULE);
        var together = story.postbox();
        var round = story.deliver.prepare(together);
        for (var due : together) // one asked for both, before the first had to wait
        story.deliver.claim(due, round).ifPresent(it -> story.deliver.record(it, story.deliver.send(it)));
        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1));

        story.passes(Duration.ofSeconds(10));
        story.deliverDue();
        story.passes(Duration.ofSeconds(1));
        story.deliverDue();

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(1), id(2));
        assertThat(story.the(id(2)).state()).isEqualTo(SENT);
    }

    /// The last mail in the box has the right dates.
    @Test
    void tellsACorrectedMoveAfterTheWrongOneThatHadToWait() {
        story.deliverDue();
        story.sent.clear();
        var wrong =
                new TimeAndPlace(Samples.WHEN.startsOn(), Samples.WHEN.endsOn().plusYears(10), "Erfurt");
        story.notify.of(new Occasion.CohortMoved(wrong, Samples.NOON.plusSeconds(1)), id(2), SULE);
        story.answers.add(new Delivery.Postponed("451 Greylisted"));
        story.passes(Duration.ofSeconds(1));
        story.deliverDue();
        story.notify.of(new Occasion.CohortMoved(Samples.WHEN, Samples.NOON.plusSeconds(2)), id(3), SULE);

        for (var second = 1; second <= 20; second++) {
            story.passes(Duration.ofSeconds(1));
            story.deliverDue();
        }

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(2), id(2), id(3));
    }

    @Test
    void tellsALaterFactAfterTheEarlierOneThatNobodyHasTriedYet() {
        story.notify.of(UNDONE, id(2), SULE);
        story.passes(Duration.ofSeconds(1));

        story.deliver(id(2)); // by one sender, before another came to the first
        assertThat(story.sent).isEmpty();
        story.deliverDue();
        story.passes(Duration.ofSeconds(1));
        story.deliverDue();

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2));
    }

    @Test
    void tellsALaterFactAfterTheEarlierOneThatIsBeingSent() {
        var earlier = story.claim(Due.found(id(1))).orElseThrow();
        story.notify.of(UNDONE, id(2), SULE);
        story.passes(Duration.ofSeconds(1));
        story.deliver(id(2));
        assertThat(story.sent).isEmpty();
        assertThat(story.the(id(2)).version()).as("no write").isEqualTo(1);

        story.deliver.record(earlier, story.deliver.send(earlier));
        story.passes(Duration.ofSeconds(1));
        story.deliverDue();

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2));
    }

    @Test
    void tellsALaterFactAtOnceWhenTheEarlierOneWasToldInTheSameRound() {
        story.notify.of(UNDONE, id(2), SULE);
        story.passes(Duration.ofSeconds(1));
        var both = List.of(Due.found(id(1)), Due.found(id(2)));
        var round = story.deliver.prepare(both);

        for (var due : both)
            story.deliver.claim(due, round).ifPresent(it -> story.deliver.record(it, story.deliver.send(it)));

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2));
    }

    @Test
    void waitsForAnEarlierFactForAnHourAtMost() {
        story.answers.addAll(Collections.nCopies(20, new Delivery.Postponed("450 Greylisted")));
        story.deliverDue();
        story.notify.of(UNDONE, id(2), SULE);

        minutes(62);

        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);
        assertThat(story.the(id(2)).attempts()).isPositive();
    }

    @ParameterizedTest
    @MethodSource
    void tellsALaterFactAfterTheEarlierOneWhenNothingCouldBeSentForLongerThanThatHour(Delivery outage) {
        story.notify.of(UNDONE, id(2), SULE);
        story.answers.addAll(Collections.nCopies(1_000, outage));
        minutes(90);
        story.answers.clear();
        story.sent.clear();

        story.deliver(id(2)); // whoever comes first
        minutes(2);

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2));
    }

    static List<Delivery> tellsALaterFactAfterTheEarlierOneWhenNothingCouldBeSentForLongerThanThatHour() {
        return List.of(new Delivery.Unreachable("refused"), new Delivery.LockedOut("535 Credentials invalid"));
    }

    @Test
    void tellsALaterFactAfterTheEarlierOneWhenNoProcessRanForLongerThanThatHour() {
        story.notify.of(UNDONE, id(2), SULE);
        story.passes(Duration.ofMinutes(90));
        story.restart();

        story.deliver(id(2));
        minutes(1);

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2));
    }

    @Test
    void waitsForAnEarlierFactForNoMoreThanAnHourAfterAnOutageEither() {
        story.notify.of(UNDONE, id(2), SULE);
        story.answers.addAll(Collections.nCopies(1_000, new Delivery.Unreachable("refused")));
        minutes(90);
        story.answers.clear();
        story.answers.addAll(Collections.nCopies(1_000, new Delivery.Postponed("450 Greylisted")));

        minutes(59);
        assertThat(story.the(id(2)).attempts()).isZero();
        minutes(2);

        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);
        assertThat(story.the(id(2)).attempts()).isPositive();
    }

    @Test
    void waitsForNoMoreThanAWeekWhenTheServerNeverAnswersTheEarlierOne() {
        story.notify.of(UNDONE, id(2), SULE);
        story.answers.addAll(Collections.nCopies(1_000, new Delivery.Unreachable("Read timed out")));

        times(7 * 48, Duration.ofMinutes(30));
        assertThat(story.the(id(2)).attempts()).isZero();
        times(1, Duration.ofMinutes(30));

        assertThat(story.the(id(2)).attempts()).isPositive();
    }

    private void minutes(int many) {
        times(many, Duration.ofMinutes(1));
    }

    private void times(int many, Duration pause) {
        for (var time = 1; time <= many; time++) {
            story.deliverDue();
            story.passes(pause);
        }
    }

    @Test
    void holdsUpNeitherEarlierFactsNorNewLinksNorOtherPeople() {
        story.answers.add(new Delivery.Postponed("450 Greylisted"));
        story.deliverDue();
        var received = new Occasion.ApplicationReceived(Samples.NOON.minusSeconds(9));
        var renewed = new Occasion.StatusLinkRenewed(Samples.NOON.plusSeconds(9));

        story.notify.of(received, id(2), SULE);
        story.notify.of(renewed, id(3), SULE);
        story.deliverDue();

        assertThat(story.sent).extracting(Mail::notification).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void sendsANewMailWhenStaffOrderIt() {
        story.deliverDue();

        story.resend.resend(id(1), STAFF, "Im Spam gelandet");
        story.deliverDue();

        assertThat(story.sent).extracting(Mail::sending).containsExactly(1, 2);
    }

    @Test
    void ignoresTheAnswerToAMailThatStaffHaveOrderedAgainSince() {
        var late = story.claim(Due.found(id(1))).orElseThrow();
        story.passes(DeliverNotification.LEASE);
        story.deliverDue();
        story.resend.resend(id(1), STAFF, "Im Spam gelandet");

        story.deliver.record(late, new Delivery.Accepted("250 OK"));

        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);
    }
}
