package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotificationIdTest {

    private static final String ADMITTED = "thami.cohort.application-admitted.v1";
    private static final String CALL = "5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01";

    @Test
    void isTheSameForEveryRepeatOfAFact() {
        assertThat(NotificationId.ofFact(ADMITTED, CALL, 2)).isEqualTo(NotificationId.ofFact(ADMITTED, CALL, 2));
    }

    @Test
    void neverChangesBecauseStoredOnesAreFoundByIt() {
        assertThat(NotificationId.ofFact(ADMITTED, CALL, 2).value())
                .hasToString("9fff6c4f-ffd5-8039-8a54-69a4db86a789");
    }

    @Test
    void differsWhenTheSamePersonIsAdmittedAgainAfterAnUndo() {
        assertThat(NotificationId.ofFact(ADMITTED, CALL, 2)).isNotEqualTo(NotificationId.ofFact(ADMITTED, CALL, 4));
    }

    @Test
    void differsBetweenFactsOfAggregatesThatShareAnId() {
        assertThat(NotificationId.ofFact(ADMITTED, CALL, 1))
                .isNotEqualTo(NotificationId.ofFact("thami.cohort.call-published.v1", CALL, 1));
    }

    @Test
    void isAUuidOfOurOwnMaking() {
        var id = NotificationId.ofFact(ADMITTED, CALL, 2).value();

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }
}
