package thami.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds for the sentences of every service: its test of them implements this.
public interface InBothLanguages {

    Pattern ARGUMENT = Pattern.compile("\\{\\d");

    @Test
    default void everySentenceIsThereInBothLanguages() {
        assertThat(sentences("de").stringPropertyNames())
                .isEqualTo(sentences("en").stringPropertyNames());
    }

    @Test
    default void everySentenceTakesTheSameInBothLanguages() {
        var english = sentences("en");
        sentences("de")
                .forEach((key, german) -> assertThat(arguments(english.getProperty(key.toString())))
                        .as("%s", key)
                        .isEqualTo(arguments(german.toString())));
    }

    @Test
    default void noSentenceHasAnApostropheThatIsMarkup() {
        assertThat(sentences("de").values())
                .noneMatch(sentence -> sentence.toString().contains("'"));
        assertThat(sentences("en").values())
                .noneMatch(sentence -> sentence.toString().contains("'"));
    }

    /// The sentences of the service under test in one language.
    static Properties sentences(String language) {
        var file = Objects.requireNonNull(
                InBothLanguages.class.getResourceAsStream("/messages_" + language + ".properties"),
                () -> "no sentences in " + language);
        var sentences = new Properties();
        try (var reader = new InputStreamReader(file, UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }

    private static Set<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
