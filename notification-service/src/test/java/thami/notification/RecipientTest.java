package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.notification.Samples.CALL;
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
}
