package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.notification.Notification.State.FAILED;
import static thami.notification.Notification.State.PENDING;
import static thami.notification.Notification.State.SENDING;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Notification.State.WAITING;
import static thami.notification.Samples.ADMITTED;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.STAFF;
import static thami.notification.Samples.SULE;
import static thami.notification.Samples.TITLE;
import static thami.notification.Samples.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.notification.Notifications.Position;
import thami.notification.Notifications.Selection;

/// What every collection of notifications promises, the fake as well as the store.
public abstract class NotificationsTest {

    protected static final Selection EVERYTHING = new Selection(null, null, null);

    private static final RecipientId JURGEN = new RecipientId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

    protected abstract Notifications notifications();

    @ParameterizedTest
    @EnumSource
    void findsWhatWasAddedJustAsItWas(Notification.State state) {
        var added = add(state, 1, SULE, ADMITTED);

        assertThat(notifications().findById(id(1)).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(added);
    }

    @Test
    void findsThoseOfSeveralThatThereAre() {
        add(PENDING, 1, SULE, ADMITTED);
        add(SENT, 2, SULE, ADMITTED);
        add(SENT, 3, SULE, ADMITTED);

        assertThat(notifications().findByIdIn(List.of(id(1), id(3), id(4))))
                .extracting(Notification::id)
                .containsExactlyInAnyOrder(id(1), id(3));
    }

    @Test
    void keepsEveryOccasion() {
        var occasions = List.of(
                new Occasion.ApplicationReceived(NOON),
                new Occasion.StatusLinkRenewed(NOON),
                new Occasion.ApplicationWithdrawn(NOON),
                ADMITTED,
                new Occasion.Waitlisted(Samples.TITLE, 3, NOON),
                new Occasion.Declined(Samples.TITLE, NOON),
                new Occasion.DecisionUndone(Samples.TITLE, NOON),
                new Occasion.CertificateIssued(Samples.CERTIFICATE, "BEJSPZ-KE7Q4M-2K9TXY", NOON));
        for (var each = 0; each < occasions.size(); each++) {
            add(WAITING, each, SULE, occasions.get(each));

            assertThat(notifications().findById(id(each)).map(Notification::occasion))
                    .hasValue(occasions.get(each));
        }
    }

    @Test
    void keepsWhoHadItSentAgainAndWhy() {
        var sent = add(SENT, 1, SULE, ADMITTED);
        sent.resend(STAFF, "Im Spam gelandet", NOON);
        notifications().save(sent);

        assertThat(notifications().findById(id(1)).orElseThrow().resends())
                .containsExactly(new Notification.Resend(STAFF, "Im Spam gelandet", NOON));
    }

    @Test
    void keepsTheFirstOfTwoUnderOneId() {
        add(SENT, 1, SULE, ADMITTED);

        var second = notifications().addIfAbsent(Notification.about(id(1), JURGEN, ADMITTED));

        assertThat(second.state()).isEqualTo(SENT);
        assertThat(second.recipient()).isEqualTo(SULE);
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() {
        add(PENDING, 1, SULE, ADMITTED);
        var first = notifications().findById(id(1)).orElseThrow();
        var second = notifications().findById(id(1)).orElseThrow();
        first.claim(NOON, Duration.ofMinutes(2));
        second.claim(NOON, Duration.ofMinutes(2));
        notifications().save(first);

        assertThatThrownBy(() -> notifications().save(second)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void findsThoseThatWaitForOnePerson() {
        add(WAITING, 1, SULE, ADMITTED);
        add(WAITING, 2, JURGEN, ADMITTED);
        add(SENT, 3, SULE, ADMITTED);

        assertThat(notifications().waitingFor(SULE))
                .extracting(Notification::id)
                .containsExactly(id(1));
        assertThat(notifications().countWaiting()).isEqualTo(2);
    }

    @Test
    void findsWhatSomeAreStillToBeTold() {
        add(WAITING, 1, SULE, ADMITTED);
        add(PENDING, 2, SULE, new Occasion.DecisionUndone(TITLE, NOON.plusSeconds(1)));
        add(SENDING, 3, JURGEN, ADMITTED);
        add(SENT, 4, SULE, ADMITTED);
        add(FAILED, 5, SULE, ADMITTED);
        add(PENDING, 6, new RecipientId(UUID.randomUUID()), ADMITTED);

        assertThat(notifications().unanswered(List.of(SULE, JURGEN)))
                .containsExactlyInAnyOrder(
                        new Unanswered(SULE, NOON, WAITING, null),
                        new Unanswered(SULE, NOON.plusSeconds(1), PENDING, NOON),
                        new Unanswered(JURGEN, NOON, SENDING, NOON.plus(DeliverNotification.LEASE)));
        assertThat(notifications().unanswered(List.of())).isEmpty();
    }

    @Test
    void findsWhatIsDueTheLongestDueFirst() {
        for (var each = 1; each <= 3; each++) {
            var happenedAt = NOON.plusSeconds(10 - each);
            var notification = Notification.about(id(each), SULE, new Occasion.Admitted(TITLE, happenedAt));
            notification.release(happenedAt);
            notifications().addIfAbsent(notification);
        }
        add(SENDING, 4, SULE, ADMITTED);
        add(SENT, 5, SULE, ADMITTED);
        add(FAILED, 6, SULE, ADMITTED);
        add(WAITING, 7, SULE, ADMITTED);

        assertThat(notifications().due(NOON.plusSeconds(8), 10)).containsExactly(id(3), id(2));
        assertThat(notifications().due(NOON.plusSeconds(8), 1)).containsExactly(id(3));
        assertThat(notifications().due(NOON, 10)).isEmpty();
        assertThat(notifications().due(NOON.plus(DeliverNotification.LEASE), 10))
                .as("a lease that has run out")
                .contains(id(4));
    }

    @Test
    void knowsHowMuchIsPendingAndSinceWhen() {
        assertThat(notifications().countPending()).isZero();
        assertThat(notifications().longestPending()).isEmpty();

        add(PENDING, 1, SULE, ADMITTED);
        add(SENDING, 2, SULE, ADMITTED);
        add(SENT, 3, SULE, ADMITTED);
        add(WAITING, 4, SULE, ADMITTED);

        assertThat(notifications().countPending()).isEqualTo(2);
        assertThat(notifications().longestPending()).isEqualTo(Optional.of(NOON));
    }

    @Test
    void listsTheNewestFirstPageByPageEachOnce() {
        for (var each = 0; each < 23; each++)
            add(WAITING, each, SULE, new Occasion.ApplicationReceived(NOON.plusSeconds(each / 4)));

        var all = notifications().newest(EVERYTHING, 100);
        assertThat(all)
                .hasSize(23)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Notification::happenedAt).reversed());
        assertThat(pages(5))
                .extracting(Notification::id)
                .containsExactlyElementsOf(all.stream().map(Notification::id).toList());
    }

    private List<Notification> pages(int size) {
        var read = new ArrayList<Notification>();
        var page = notifications().newest(EVERYTHING, size);
        while (!page.isEmpty()) {
            read.addAll(page);
            var last = page.getLast();
            page = notifications().newest(new Selection(null, null, new Position(last.happenedAt(), last.id())), size);
        }
        return read;
    }

    @Test
    void listsOnlyWhatWasAskedFor() {
        add(SENT, 1, SULE, ADMITTED);
        add(FAILED, 2, SULE, ADMITTED);
        add(FAILED, 3, JURGEN, ADMITTED);

        assertThat(notifications().newest(new Selection(SULE, null, null), 10))
                .extracting(Notification::id)
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(notifications().newest(new Selection(null, FAILED, null), 10))
                .extracting(Notification::id)
                .containsExactlyInAnyOrder(id(2), id(3));
        assertThat(notifications().newest(new Selection(SULE, FAILED, null), 10))
                .extracting(Notification::id)
                .containsExactly(id(2));
    }

    private Notification add(Notification.State state, long sequence, RecipientId recipient, Occasion occasion) {
        return notifications().addIfAbsent(Samples.in(state, id(sequence), recipient, occasion));
    }
}
