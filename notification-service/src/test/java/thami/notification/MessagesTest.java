package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    @Test
    void everySentenceIsThereInBothLanguages() throws Exception {
        assertThat(words("en").stringPropertyNames()).isEqualTo(words("de").stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasANameAndAnExplanation(Notification.State state) throws Exception {
        assertThat(words("de").stringPropertyNames()).contains("state." + state, "state." + state + ".means");
    }

    @ParameterizedTest
    @MethodSource("thami.notification.mail.ThymeleafLettersTest#occasions")
    void everyOccasionHasAName(Occasion occasion) throws Exception {
        assertThat(words("de").stringPropertyNames()).contains("occasion." + occasion.name());
    }

    @Test
    void noApostropheIsMarkup() throws Exception {
        assertThat(words("en").values())
                .noneMatch(sentence -> sentence.toString().contains("'"));
    }

    private static Properties words(String language) throws Exception {
        var words = new Properties();
        try (var file = MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
