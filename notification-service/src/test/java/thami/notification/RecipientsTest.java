package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.notification.Samples.CALL;
import static thami.notification.Samples.SULE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// What every collection of recipients promises, the fake as well as the store.
public abstract class RecipientsTest {

    protected abstract Recipients recipients();

    @Test
    void findsSomebodyByIdAndByReference() {
        recipients().save(Samples.sule());

        assertThat(recipients().findById(SULE).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(Samples.sule());
        assertThat(recipients().findByReference("BSP-7Q4M-2K").map(Recipient::id))
                .hasValue(SULE);
        assertThat(recipients().findByReference("somebody else")).isEmpty();
        assertThat(recipients().findByIdIn(List.of(SULE)))
                .extracting(Recipient::id)
                .containsExactly(SULE);
        assertThat(recipients().findByIdIn(List.of())).isEmpty();
    }

    @Test
    void findsEverybodyOfACall() {
        recipients().save(Samples.sule());
        recipients().save(Recipient.awaited(new RecipientId(UUID.randomUUID())));

        assertThat(recipients().findByCall(CALL)).extracting(Recipient::id).containsExactly(SULE);
        assertThat(recipients().findByCall(new CallId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void keepsSomebodyWhoIsOnlyAwaited() {
        var awaited = Recipient.awaited(SULE);
        awaited.renewLink(2);
        recipients().save(awaited);

        assertThat(recipients().findById(SULE)).hasValueSatisfying(found -> {
            assertThat(found.isKnown()).isFalse();
            assertThat(found.linkGeneration()).isEqualTo(2);
        });
    }

    @Test
    void keepsTheFirstOfTwoUnderOneId() {
        assertThat(recipients().addIfAbsent(Recipient.awaited(SULE)).isKnown()).isFalse();

        var second = recipients().addIfAbsent(Samples.sule());
        assertThat(second.isKnown()).as("the stored one").isFalse();

        second.renewLink(2);
        recipients().save(second);
        assertThat(recipients().findById(SULE).orElseThrow().linkGeneration()).isEqualTo(2);
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() {
        recipients().save(Recipient.awaited(SULE));
        var first = recipients().findById(SULE).orElseThrow();
        var second = recipients().findById(SULE).orElseThrow();
        first.renewLink(2);
        second.renewLink(3);
        recipients().save(first);

        assertThatThrownBy(() -> recipients().save(second)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> recipients().save(Recipient.awaited(SULE))).isInstanceOf(DataAccessException.class);
    }
}
