package thami.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final Set<Byte> UNSEEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    private record Planned(@Line String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In Thüringen Anerkannte*r Migrations- und Integrationsberater*in (ThAMI plus)",
                "Recht & Asyl – „Grundlagen“, § 5 …",
                "AWO Bildungswerk / Beispielträger № 3",
                "Żółć",
                "Ko\u0308rper",
                "Ελλάδα",
                "Київ",
                "9.–11. Woche, 30 €"
            })
    void takesWhatACertificateCanShow(String text) {
        assertThat(validator.validate(new Planned(text))).isEmpty();
        assertThat(Input.isLine(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beratung → Praxis ✓",
                "",
                " ",
                "李雷",
                "عربي",
                "Modul 👩‍👧",
                "Beratung ☎",
                "a\u200Bb",
                "a\u202Eb",
                "a\tb",
                "Ａ",
                "Stufe Ⅷ",
                "ἀρχή",
                "α\u0313ρχή",
                "<\u0338",
                "a\u00ADb"
            })
    void refusesWhatItCannot(String text) {
        assertThat(validator.validate(new Planned(text))).hasSize(1);
        assertThat(Input.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void takesNothingThatACertificateCannotShow(String weight) throws IOException {
        var glyphs = glyphs("NotoSans-" + weight + ".ttf");
        var isTaken = Pattern.compile(Line.CHARACTERS).asMatchPredicate();
        var characters = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(isTaken)
                .toList();
        assertThat(characters.size()).isBetween(1_000, 5_000);
        var marks = characters.stream()
                .filter(character -> character.matches("\\p{M}"))
                .toList();
        var marked = characters.stream()
                .flatMap(letter -> marks.stream().map(letter::concat))
                .filter(isTaken);
        var lacking = Stream.concat(characters.stream(), marked)
                .filter(taken -> Text.clean(taken)
                        .codePoints()
                        .anyMatch(point -> !isVisible(point) || glyphs.getGlyphId(point) == 0));

        assertThat(lacking).isEmpty();
    }

    /// Of the service that prints: data to compare with, as the contracts are.
    private static CmapLookup glyphs(String font) throws IOException {
        var file = Path.of("../certificate-service/src/main/resources/thami/certificate/pdf/fonts", font);
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)))) {
            return parsed.getUnicodeCmapLookup();
        }
    }

    private static boolean isVisible(int point) {
        return !UNSEEN.contains((byte) Character.getType(point));
    }
}
