package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Żółć",
                "Şule Yılmaz",
                "Jürgen Groß",
                "GROẞ",
                "Đặng Thị Hương",
                "O'Brien",
                "D’Angelo",
                "Null",
                "Ł",
                "Aḥmad al-Ḥasan",
                "ʿAbd ar-Raḥmān",
                "Anna-Lena Müller-Lüdenscheidt",
                "Jose\u0301",
                "S\u0326tefan",
                "C\u0306",
                "x\u0300\u0301",
                "St. John",
                "  Ola  "
            })
    void takesNamesAsPassportsHaveThem(String name) {
        assertThat(Names.fault(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                李雷,                 script
                عربي,                 script
                Петров,               script
                Pаul,                 script
                "Anna\u200bLena",     characters
                "Anna\u202eaneL",     characters
                "Anna\u00adLena",     characters
                "Anna\tLena",         characters
                "An\u0000na",         characters
                "👩‍👩‍👧",            characters
                "<b>Anna</b>",        characters
                "=1+1",               characters
                "Anna2",              characters
                "ﬁona",               characters
                "Ａｎｎａ",            characters
                "---",                characters
                "\u0301Anna",         characters
                "e\u0301\u0301\u0301\u0301\u0301", characters
                """)
    void refusesWhatIsNotANameInLatinLetters(String name, String fault) {
        assertThat(Names.fault(name)).isEqualTo(fault);
    }

    @Test
    void isOneLine() {
        assertThat(Names.fault("Anna\nBcc: b@c.de")).isEqualTo("characters");
        assertThat(Names.fault("Anna\r")).isEqualTo("characters");
    }

    @Test
    void has200CharactersAtMost() {
        assertThat(Names.fault("a".repeat(200))).isNull();
        assertThat(Names.fault("a".repeat(201))).isEqualTo("length");
    }

    @Test
    void isOneTextHoweverItWasTyped() {
        assertThat(Names.normalized(" Jose\u0301   O\u00a0Brien ")).isEqualTo("Jos\u00e9 O Brien");
    }
}
