package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                a@b.de,                        a@b.de
                ' Anna.Lena+x@Example.ORG ',   Anna.Lena+x@example.org
                info@bücher.example,           info@xn--bcher-kva.example
                o'brien@example.ie,            o'brien@example.ie
                """)
    void isKeptWithAnAsciiDomain(String typed, String kept) {
        assertThat(EmailAddresses.normalized(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "@b.de",
                "anna@",
                "anna@localhost",
                "anna@b",
                "a b@c.de",
                "a@b.de,c@d.de",
                "a@b.de; c@d.de",
                "a@@b.de",
                "Anna <a@b.de>",
                "<a@b.de>",
                "\"a b\"@c.de",
                "\"a@x.de\"@c.de",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@b.de\r\nBcc: c@d.de",
                "a\n@b.de",
                "a@b.de\u0000",
                ".a@b.de",
                "a.@b.de",
                "a..b@c.de",
                "a@-b.de",
                "a@b-.de",
                "a@b..de",
                "ünal@b.de",
                "a@straße.de",
                "a@b\u200d.de",
                "=?utf-8?q?a?=@b",
                "a@b.de\u202e",
                "a(comment)@b.de",
                "a\u200b@b.de"
            })
    void isExactlyOneAddressWithoutTricks(String typed) {
        assertThat(EmailAddresses.parse(typed)).isEmpty();
    }

    @Test
    void isNotLongerThanMailServersTake() {
        assertThat(EmailAddresses.parse("a".repeat(64) + "@b.de")).isPresent();
        assertThat(EmailAddresses.parse("a".repeat(65) + "@b.de")).isEmpty();
        var long189 = ("b".repeat(62) + ".").repeat(3);
        assertThat(EmailAddresses.parse("a".repeat(62) + "@" + long189 + "de")).isPresent();
        assertThat(EmailAddresses.parse("a".repeat(63) + "@" + long189 + "example"))
                .isEmpty();
    }
}
