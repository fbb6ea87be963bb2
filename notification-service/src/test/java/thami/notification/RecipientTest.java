package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Samples.CALL;
import static thami.notification.Samples.NOON;
import static thami.notification.Samples.PERSON;
import static thami.notification.Samples.SULE;

import org.junit.jupiter.api.Test;

class RecipientTest {

    private final Recipient recipient = Recipient.awaited(SULE);

    @Test
    void cannotBeWrittenToBeforeTheApplication() {
        assertThat(recipient.isKnown()).isFalse();
    }

    @Test
    void isKnownFromTheApplicationOn() {
        recipient.introduce(PERSON, CALL, "BSP-7Q4M-2K", 1);

        assertThat(recipient.isKnown()).isTrue();
        assertThat(recipient.person()).hasValue(PERSON);
        assertThat(recipient.linkGeneration()).isEqualTo(1);
    }

    @Test
    void hasTheNewestLinkWhateverOrderTheFactsComeIn() {
        recipient.renewLink(3);
        recipient.renewLink(2);
        recipient.introduce(PERSON, CALL, "BSP-7Q4M-2K", 1);

        assertThat(recipient.linkGeneration()).isEqualTo(3);
    }

    @Test
    void staysWithdrawnWhateverOrderTheFactsComeIn() {
        assertThat(recipient.hasWithdrawn()).isFalse();

        assertThat(recipient.withdraw(NOON)).isTrue();
        assertThat(recipient.withdraw(NOON.plusSeconds(1))).as("news").isFalse();
        recipient.introduce(PERSON, CALL, "BSP-7Q4M-2K", 1);

        assertThat(recipient.hasWithdrawn()).isTrue();
    }
}
