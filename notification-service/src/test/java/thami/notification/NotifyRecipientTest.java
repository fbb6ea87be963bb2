package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Notification.State.PENDING;
import static thami.notification.Notification.State.SENT;
import static thami.notification.Notification.State.WAITING;
import static thami.notification.Samples.ADMITTED;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.SULE;
import static thami.notification.Samples.id;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotifyRecipientTest {

    private final Story story = new Story();

    @Test
    void tellsAKnownPersonAtOnce() {
        story.knowTheCall();
        story.introduceSule();

        story.notify.of(ADMITTED, id(1), SULE);

        assertThat(story.the(id(1)).isDue(NOON)).isTrue();
        assertThat(story.postbox()).extracting(Due::id).containsExactly(id(1));
    }

    @Test
    void handsOverWhatWaitedAsItIsStoredNow() {
        story.knowTheCall();
        story.notify.of(ADMITTED, id(1), SULE);
        assertThat(story.postbox()).isEmpty();

        story.introduceSule();
        story.postbox().forEach(story::deliver);

        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
    }

    @Test
    void handsOverNothingThatWasSentLongAgo() {
        story.knowTheCall();
        story.introduceSule();
        story.notify.of(ADMITTED, id(1), SULE);
        story.postbox().forEach(story::deliver);

        story.notify.of(ADMITTED, id(1), SULE);

        assertThat(story.postbox()).isEmpty();
    }

    @Test
    void introducesSomebodyOfWhomALinkWasHeardFirstWithThatLink() {
        story.renew.renew(SULE, 3);

        story.introduceSule();

        assertThat(story.recipients.findById(SULE).orElseThrow().linkGeneration())
                .isEqualTo(3);
    }

    @Test
    void waitsForAPersonWhoIsNotKnownYet() {
        story.notify.of(ADMITTED, id(1), SULE);
        story.deliverDue();

        assertThat(story.the(id(1)).state()).isEqualTo(WAITING);
        assertThat(story.sent).isEmpty();
    }

    @Test
    void tellsThePersonWhoBecomesKnownLaterEverythingThatWaited() {
        story.knowTheCall();
        story.notify.of(ADMITTED, id(1), SULE);
        story.notify.of(ADMITTED, id(3), SULE);

        story.introduceSule();
        story.deliverDue();

        assertThat(story.sent).hasSize(2);
    }

    @Test
    void tellsAFactOnceHoweverOftenItIsHeard() {
        story.knowTheCall();
        story.introduceSule();
        for (var time = 1; time <= 100; time++) {
            story.notify.of(ADMITTED, id(1), SULE);
            story.deliverDue();
        }

        assertThat(story.sent).hasSize(1);
        assertThat(story.the(id(1)).state()).isEqualTo(SENT);
    }

    @Test
    void givesACallThatIsNotKnownYetAMomentToBeNamed() {
        story.introduceSule();
        story.notify.of(ADMITTED, id(1), SULE);
        story.deliverDue();
        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);

        story.knowTheCall();
        story.passes(Duration.ofSeconds(1));
        story.deliverDue();

        assertThat(story.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.letter().subject()).contains("ThAMI plus 2026"));
    }

    @Test
    void goesWithoutTheCallsTitleRatherThanNeverAtAll() {
        story.introduceSule();
        story.notify.of(ADMITTED, id(1), SULE);
        for (var second = 0; second < 30; second++) {
            story.deliverDue();
            assertThat(story.sent).isEmpty();
            story.passes(Duration.ofSeconds(1));
        }

        story.deliverDue();

        assertThat(story.sent).hasSize(1);
    }

    @Test
    void releasesWhatWaitsWhenTheFirstIntroductionEndedHalfway() {
        story.notify.of(ADMITTED, id(1), SULE);
        story.recipients.save(Samples.sule()); // and then the crash, before anything was released

        story.introduceSule();

        assertThat(story.the(id(1)).state()).isEqualTo(PENDING);
    }
}
