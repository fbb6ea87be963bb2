package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Samples.CALL;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.SULE;
import static thami.notification.Samples.TITLE;
import static thami.notification.Samples.WHEN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thami.notification.Occasion.CohortMoved;
import thami.notification.Occasion.Declined;

class NotifyOfMoveTest {

    private static final TimeAndPlace LATER =
            new TimeAndPlace(WHEN.startsOn().plusMonths(2), WHEN.endsOn().plusMonths(2), WHEN.place());

    private final Story story = new Story();

    @BeforeEach
    void suleHasApplied() {
        story.knowTheCall();
        story.introduceSule();
    }

    @Test
    void tellsWhoHopesForAPlace() {
        change(LATER, 2);

        assertThat(moves()).extracting(Notification::occasion).containsExactly(new CohortMoved(LATER, NOON));
    }

    @Test
    void tellsOfAnotherPlaceToo() {
        change(new TimeAndPlace(WHEN.startsOn(), WHEN.endsOn(), "Jena (Beispielort)"), 2);

        assertThat(moves()).hasSize(1);
    }

    @Test
    void tellsNothingElseThatChanges() {
        story.move.of(new CallNews(CALL, new Title("Umbenannt", "Renamed"), true, WHEN, 2), NOON, fact(2));

        assertThat(moves()).isEmpty();
        assertThat(story.calls.findById(CALL).flatMap(Call::title)).hasValue(new Title("Umbenannt", "Renamed"));
    }

    @Test
    void tellsNobodyWhoseApplicationIsOver() {
        story.notify.of(new Declined(TITLE, NOON), Samples.id(1), SULE);

        change(LATER, 2);

        assertThat(moves()).isEmpty();
    }

    @Test
    void tellsEachMoveOnceAndNoOlderOne() {
        change(LATER, 2);
        change(LATER, 2);
        change(WHEN, 3);
        change(LATER, 2);

        assertThat(moves())
                .extracting(Notification::occasion)
                .containsExactlyInAnyOrder(new CohortMoved(LATER, NOON), new CohortMoved(WHEN, NOON));
    }

    @Test
    void goesOnAfterACrashBeforeTheCallWasStored() {
        story.notify.of(new CohortMoved(LATER, NOON), fact(2).to(SULE), SULE); // and then the crash

        change(LATER, 2);

        assertThat(moves()).hasSize(1);
        assertThat(story.calls.findById(CALL).orElseThrow().isMovedBy(new CallNews(CALL, TITLE, true, WHEN, 3)))
                .isTrue();
    }

    /// Their application may have been confirmed with the old time and place.
    @Test
    void tellsWhoBecomesKnownWhileTheOthersAreTold() {
        var late = new RecipientId(UUID.randomUUID());
        var meanwhile = new UpdateCall(story.calls) {
            @Override
            public void update(CallNews news) {
                story.introduce.introduce(late, Samples.PERSON, CALL, "BSP-2Q4M-7K", 1);
                super.update(news);
            }
        };
        var hopeful = new Hopeful(story.recipients, story.notifications);

        new NotifyOfMove(story.calls, meanwhile, hopeful, story.notify)
                .of(new CallNews(CALL, TITLE, true, LATER, 2), NOON, fact(2));

        assertThat(moves()).extracting(Notification::recipient).containsExactlyInAnyOrder(SULE, late);
    }

    private void change(TimeAndPlace when, long sequence) {
        story.move.of(new CallNews(CALL, TITLE, true, when, sequence), NOON, fact(sequence));
    }

    private static NotificationId fact(long sequence) {
        return NotificationId.ofFact(
                "thami.cohort.call-changed.v1", CALL.value().toString(), sequence);
    }

    private List<Notification> moves() {
        return story.notifications
                .all()
                .filter(each -> each.occasion() instanceof CohortMoved)
                .toList();
    }
}
