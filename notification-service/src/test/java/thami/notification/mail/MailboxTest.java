package thami.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            sule@post.example,            sule@post.example
            sule.b+thami@post.example,    sule.b+thami@post.example
            o'brien@post.example,         o'brien@post.example
            sule@bücher.example,          sule@xn--bcher-kva.example
            sule@例え.example,             sule@xn--r8jz45g.example
            `"sule b"@post.example`,      `"sule b"@post.example`
            `"a@b,c>"@post.example`,      `"a@b,c>"@post.example`
            `"a\\"b"@post.example`,       `"a\\"b"@post.example`
            sule@localhost,               sule@localhost
            """)
    void isOneMailbox(String given, String expected) {
        assertThat(Mailbox.of(given)).hasValue(new Mailbox(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "sule",
                "sule@",
                "@post.example",
                "a@b.example,c@d.example",
                "a@b.example c@d.example",
                "a@b.example;c@d.example",
                "group:a@b.example;",
                "Sule <sule@post.example>",
                "<sule@post.example>",
                "sule(comment)@post.example",
                "@relay.example:sule@post.example",
                "sule@[127.0.0.1]",
                "sule@post.example\r\nBcc: other@post.example",
                "sule\r\n@post.example",
                "sule@post.example\u0000",
                "sule@post\u2028.example",
                "\"sule\r\nRCPT TO:<x@y.example>\"@post.example",
                "\"sule@post.example",
                "grüße@post.example",
                "sule..b@post.example",
                ".sule@post.example",
                "sule@-post.example",
                "sule@post..example",
                "sule@post.example.",
                "sule@post_box.example",
                "=?utf-8?q?x?= @post.example",
                "sule@\u202Epost.example",
                "\uD83D\uDE00@post.example"
            })
    void isNotOneMailbox(String given) {
        assertThat(Mailbox.of(given)).isEmpty();
    }

    @Test
    void isNotTooLong() {
        assertThat(Mailbox.of("a".repeat(65) + "@post.example")).isEmpty();
        assertThat(Mailbox.of("a@" + "b.".repeat(130) + "example")).isEmpty();
    }
}
