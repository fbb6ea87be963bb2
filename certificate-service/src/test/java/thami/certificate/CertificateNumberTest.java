package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final CertificateNumber NUMBER = CertificateNumber.random(new Random(7));
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void isEighteenCharactersInThreeGroups() {
        assertThat(NUMBER.value()).matches("[0-9A-HJKMNP-TV-Z]{18}");
        assertThat(NUMBER.grouped()).matches("(.{6}-){2}.{6}").hasToString(NUMBER.toString());
        assertThat(NUMBER.grouped().replace("-", "")).isEqualTo(NUMBER.value());
    }

    @Test
    void isReadAsPeopleTypeIt() {
        var withLookAlikes = "O1I1L0".toLowerCase(Locale.ROOT);
        assertThat(CertificateNumber.parse("  " + NUMBER.grouped().toLowerCase(Locale.ROOT) + " "))
                .contains(NUMBER);
        assertThat(CertificateNumber.parse(NUMBER.value())).contains(NUMBER);
        assertThat(CertificateNumber.parse(NUMBER.grouped().replace("-", " – ")))
                .contains(NUMBER);
        assertThat(CertificateNumber.parse(NUMBER.grouped().replace("-", "\u00a0")))
                .contains(NUMBER);
        var random = new Random(11);
        var tried = 0;
        while (tried < 50) {
            var number = CertificateNumber.random(random);
            if (!number.value().contains("0") || !number.value().contains("1")) continue;
            tried++;
            assertThat(CertificateNumber.parse(
                            number.value().replace('0', 'o').replace('1', tried % 2 == 0 ? 'l' : 'I')))
                    .contains(number);
        }
        assertThat(withLookAlikes).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "ABC", "UUUUUU-UUUUUU-UUUUUU", "💥", "000000-000000-00000", "../../etc/passwd"})
    void isRefusedWhenItCannotBeOne(String typed) {
        assertThat(CertificateNumber.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new CertificateNumber(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotReadWhenSomethingIsLeftOver() {
        assertThat(CertificateNumber.parse(NUMBER.value() + "0")).isEmpty();
        assertThat(CertificateNumber.parse(NUMBER.value() + "0".repeat(1_000_000)))
                .isEmpty();
    }

    /// What the check character promises: every single wrong character, and neighbours swapped (but 0 and Z, as in
    /// every Luhn sum).
    @Test
    void findsTypingErrors() {
        for (var seed = 0; seed < 50; seed++) {
            var value = CertificateNumber.random(new Random(seed)).value();
            for (var at = 0; at < value.length(); at++) {
                for (var wrong : ALPHABET.toCharArray()) {
                    if (wrong == value.charAt(at)) continue;
                    var typed = value.substring(0, at) + wrong + value.substring(at + 1);
                    assertThat(CertificateNumber.parse(typed)).isEmpty();
                }
                if (at > 0 && isTold(value.charAt(at - 1), value.charAt(at))) {
                    var typed = value.substring(0, at - 1)
                            + value.charAt(at)
                            + value.charAt(at - 1)
                            + value.substring(at + 1);
                    assertThat(CertificateNumber.parse(typed)).isEmpty();
                }
            }
        }
    }

    private static boolean isTold(char one, char other) {
        return one != other && !(one == '0' && other == 'Z') && !(one == 'Z' && other == '0');
    }

    @Test
    void isNeverDrawnTwice() {
        var drawn = new HashSet<CertificateNumber>();
        var random = new Random(3);
        for (var i = 0; i < 10_000; i++)
            assertThat(drawn.add(CertificateNumber.random(random))).isTrue();
    }
}
