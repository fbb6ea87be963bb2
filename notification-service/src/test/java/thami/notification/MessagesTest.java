package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import thami.testing.InBothLanguages;

class MessagesTest implements InBothLanguages {

    @ParameterizedTest
    @EnumSource
    void everyStateHasANameAndAnExplanation(Notification.State state) {
        assertThat(InBothLanguages.sentences("de").stringPropertyNames())
                .contains("state." + state, "state." + state + ".means");
    }

    @ParameterizedTest
    @MethodSource("thami.notification.mail.ThymeleafLettersTest#occasions")
    void everyOccasionHasAName(Occasion occasion) {
        assertThat(InBothLanguages.sentences("de").stringPropertyNames()).contains("occasion." + occasion.name());
    }
}
