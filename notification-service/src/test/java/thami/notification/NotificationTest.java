package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.notification.Notification.State.FAILED;
import static thami.notification.Notification.State.PENDING;
import static thami.notification.Notification.State.SENDING;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Notification.State.WAITING;
import static thami.notification.Samples.LETTER;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.STAFF;
import static thami.notification.Samples.waiting;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import thami.notification.Delivery.Accepted;
import thami.notification.Delivery.LockedOut;
import thami.notification.Delivery.Postponed;
import thami.notification.Delivery.Refused;
import thami.notification.Delivery.Unclear;
import thami.notification.Delivery.Unreachable;

class NotificationTest {

    private static final Duration LEASE = DeliverNotification.LEASE;

    private final Notification notification = waiting(1);

    @Test
    void waitsUntilThePersonIsKnown() {
        assertThat(notification.state()).isEqualTo(WAITING);

        notification.claim(NOON, LEASE);

        assertThat(notification.state()).as("nobody's").isEqualTo(WAITING);
    }

    @Test
    void isDueAtOnceWhenThePersonIsKnown() {
        notification.release(NOON);

        assertThat(notification.state()).isEqualTo(PENDING);
        assertThat(notification.isDue(NOON)).isTrue();
    }

    @Test
    void isDueForEverybodyWhoeverReleasedItWithAClockThatIsAhead() {
        var happenedAt = notification.happenedAt();

        notification.release(happenedAt.plus(Duration.ofMinutes(4)));

        assertThat(notification.isDue(happenedAt)).isTrue();
    }

    @Test
    void isReleasedOnlyOnce() {
        sent();

        notification.release(NOON);

        assertThat(notification.state()).isEqualTo(SENT);
    }

    @Test
    void belongsToWhoClaimedItUntilTheLeaseEnds() {
        released();
        notification.claim(NOON, LEASE);
        assertThat(notification.state()).isEqualTo(SENDING);

        notification.claim(NOON.plus(LEASE).minusMillis(1), LEASE);
        assertThat(notification.attempts()).isEqualTo(1);

        notification.claim(NOON.plus(LEASE), LEASE);
        assertThat(notification.attempts()).isEqualTo(2);
    }

    @Test
    void isSentOnceTheServerHasTakenIt() {
        claimed();

        notification.record(1, new Accepted("250 queued as 17"), NOON);

        assertThat(notification.state()).isEqualTo(SENT);
        assertThat(notification.answer()).hasValue("250 queued as 17");
        assertThat(notification.nextAttemptAt()).isEmpty();
        assertThat(notification.pendingSince()).isEmpty();
    }

    @Test
    void hasFailedAfterAFinalNo() {
        claimed();

        notification.record(1, new Refused("550 No such user"), NOON);

        assertThat(notification.state()).isEqualTo(FAILED);
        assertThat(notification.isPerhapsTaken()).isFalse();
        assertThat(notification.answer()).hasValue("550 No such user");
        assertThat(notification.nextAttemptAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 10
            2, 20
            3, 40
            4, 80
            9, 2560
            10, 3600
            60, 3600
            """)
    void waitsLongerAfterEachTemporaryNoButNeverMoreThanAnHour(int attempts, long seconds) {
        released();
        for (var attempt = 1; attempt <= attempts; attempt++) {
            notification.claim(notification.nextAttemptAt().orElseThrow(), LEASE);
            notification.record(attempt, new Postponed("450 Mailbox busy"), NOON);
        }

        assertThat(notification.state()).isEqualTo(PENDING);
        assertThat(notification.nextAttemptAt()).hasValue(NOON.plusSeconds(seconds));
    }

    @Test
    void triesAgainAfterAMinuteAtMostWhenTheServerAsAWholeIsAway() {
        released();
        for (var attempt = 1; attempt <= 20; attempt++) {
            notification.claim(notification.nextAttemptAt().orElseThrow(), LEASE);
            notification.record(attempt, attempt % 2 == 0 ? new Unreachable("refused") : new LockedOut("535"), NOON);
        }

        assertThat(notification.nextAttemptAt()).hasValue(NOON.plusSeconds(60));
    }

    @Test
    void isSentAgainWhenNobodyKnowsWhetherItWasTaken() {
        claimed();

        notification.record(1, new Unclear("connection lost"), NOON);

        assertThat(notification.state()).isEqualTo(PENDING);
        assertThat(notification.sending()).as("the same mail").isEqualTo(1);
    }

    /// A server that answers too late has taken each of them.
    @Test
    void isLeftToStaffWhenNobodyKnewTooOften() {
        released();
        unclearEnds(4);
        assertThat(notification.state()).isEqualTo(PENDING);
        assertThat(notification.isPerhapsTaken()).as("not while it goes on").isFalse();

        unclearEnds(1);

        assertThat(notification.state()).isEqualTo(FAILED);
        assertThat(notification.isPerhapsTaken()).isTrue();
        assertThat(notification.answer()).hasValue("Read timed out");
        assertThat(notification.nextAttemptAt()).isEmpty();
        assertThat(notification.pendingSince()).isEmpty();
    }

    @Test
    void countsOnlyTheEndsThatNobodyKnows() {
        released();
        unclearEnds(4);
        for (var busy = 1; busy <= 20; busy++) attempt(new Postponed("450 Mailbox busy"));
        assertThat(notification.state()).isEqualTo(PENDING);

        attempt(new Refused("550 No such user"));

        assertThat(notification.isPerhapsTaken()).as("one of those before").isTrue();
        assertThat(notification.answer()).hasValue("550 No such user");
    }

    @Test
    void countsAnewWhatNobodyKnowsWhenStaffOrderItAgain() {
        released();
        unclearEnds(5);

        notification.resend(STAFF, "Nicht angekommen", NOON);
        unclearEnds(4);
        assertThat(notification.state()).isEqualTo(PENDING);
        unclearEnds(1);

        assertThat(notification.state()).isEqualTo(FAILED);
    }

    @Test
    void isSentWhenTheYesComesAfterItWasLeftToStaff() {
        released();
        unclearEnds(5);

        notification.record(5, new Accepted("250 OK"), NOON);

        assertThat(notification.state()).isEqualTo(SENT);
        assertThat(notification.isPerhapsTaken()).isFalse();
    }

    @Test
    void isSentEvenIfTheYesComesAfterAnotherHasTakenOver() {
        claimed();
        notification.claim(NOON.plus(LEASE), LEASE);

        notification.record(1, new Accepted("250 OK"), NOON);

        assertThat(notification.state()).isEqualTo(SENT);
    }

    @Test
    void ignoresALateNoOfAnEarlierAttempt() {
        claimed();
        notification.claim(NOON.plus(LEASE), LEASE);

        notification.record(1, new Refused("550 No such user"), NOON);

        assertThat(notification.state()).isEqualTo(SENDING);
    }

    @Test
    void staysSentWhateverIsHeardLater() {
        sent();

        notification.record(1, new Refused("550 No such user"), NOON);

        assertThat(notification.state()).isEqualTo(SENT);
        assertThat(notification.answer()).hasValue("250 OK");
    }

    @Test
    void keepsTheWordsItWasFirstSentWith() {
        assertThat(notification.letter(() -> LETTER)).isEqualTo(LETTER);

        assertThat(notification.letter(() -> {
                    throw new AssertionError("words are chosen once");
                }))
                .isEqualTo(LETTER);
    }

    @Test
    void isSentAgainAsANewMailWhenStaffOrderIt() {
        sent();

        notification.resend(STAFF, "Im Spam gelandet", NOON.plusSeconds(60));

        assertThat(notification.state()).isEqualTo(PENDING);
        assertThat(notification.sending()).isEqualTo(2);
        assertThat(notification.attempts()).isZero();
        assertThat(notification.answer()).isEmpty();
        assertThat(notification.isDue(NOON.plusSeconds(60))).isTrue();
        assertThat(notification.resends())
                .containsExactly(new Notification.Resend(STAFF, "Im Spam gelandet", NOON.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "PENDING", "SENDING"})
    void isNotSentAgainBeforeAFinalAnswer(Notification.State state) {
        var onItsWay = Samples.in(state, Samples.id(1), Samples.SULE, Samples.ADMITTED);

        assertThatThrownBy(() -> onItsWay.resend(STAFF, "ungeduldig", NOON)).isInstanceOf(StillOnItsWay.class);
    }

    private void unclearEnds(int times) {
        for (var end = 1; end <= times; end++) attempt(new Unclear("Read timed out"));
    }

    private void attempt(Delivery delivery) {
        notification.claim(notification.nextAttemptAt().orElseThrow(), LEASE);
        notification.record(notification.attempts(), delivery, NOON);
    }

    private void released() {
        notification.release(NOON);
    }

    private void claimed() {
        released();
        notification.claim(NOON, LEASE);
    }

    private void sent() {
        claimed();
        notification.record(1, new Accepted("250 OK"), NOON);
    }
}
