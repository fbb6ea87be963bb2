package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Żółć",
                "李雷",
                "عربي",
                "👩‍👩‍👧‍👦",
                "O'Brien",
                "Null",
                "Ğ ı ẞ",
                "N",
                "Müller-Lüdenscheidt von und zu",
                "=?utf-8?q?x?="
            })
    void leavesNamesAsTheyAre(String name) {
        assertThat(PlainLine.of(name)).isEqualTo(name);
    }

    @Test
    void isOneLine() {
        assertThat(PlainLine.of(" Şule\r\n\tBcc:\u2028x\u2029y\u0085z\u0000 ")).isEqualTo("Şule Bcc: x y z");
    }

    @Test
    void cannotBeTurnedAround() {
        assertThat(PlainLine.of("a\u202Ebc\u2066d\u2069")).isEqualTo("abcd");
    }

    @Test
    void isComposed() {
        assertThat(PlainLine.of("S\u0327ule")).isEqualTo("Şule");
    }

    @Test
    void replacesHalvesOfCharacters() {
        assertThat(PlainLine.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    }
}
