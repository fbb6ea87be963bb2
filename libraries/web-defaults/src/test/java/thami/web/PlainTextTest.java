package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Entered(@PlainText @Nullable String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "Beratung & Hilfe e. V.", "Żółć", "李雷", "عربي", "=1+1", "<b>Verein</b>", "e\u0301"})
    void takesWhatAnybodyCanRead(String text) {
        assertThat(validator.validate(new Entered(text))).isEmpty();
    }

    @Test
    void takesNothing() {
        assertThat(validator.validate(new Entered(null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Egnp.exe",
                "a\u200Bb",
                "a\u0000",
                "a\tb",
                "a\r\nb",
                "a\u2028b",
                "a\uFEFFb",
                "a\u2066b",
                "a\u00ADb"
            })
    void refusesWhatIsInvisibleOrTurnsTheLine(String text) {
        assertThat(validator.validate(new Entered(text))).hasSize(1);
    }
}
