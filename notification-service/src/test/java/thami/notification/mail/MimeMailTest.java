package thami.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thami.notification.Letter;
import thami.notification.Samples;

class MimeMailTest {

    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void hasTheHeadersThatAnAutomaticMailShouldHave() throws Exception {
        var mail = sent(MailSamples.LETTER);

        assertThat(mail.getHeader("Message-ID"))
                .containsExactly("<" + Samples.id(1).value() + ".1@thami.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.getSentDate()).isEqualTo(java.util.Date.from(Samples.NOON));
        assertThat(mail.getFrom()).singleElement().hasToString("\"ThAMI (Beispiel)\" <thami@thami.example>");
        assertThat(mail.getSubject()).isEqualTo("Zusage: Sie haben einen Platz ✓");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aReplyAddressOrContactThatIsBlankIsNone(String blank) {
        var properties = new MailProperties(
                "127.0.0.1:25",
                "thami.example",
                "thami@thami.example",
                "ThAMI (Beispiel)",
                blank,
                blank,
                MailProperties.Encryption.OFF,
                null,
                null,
                Duration.ofSeconds(1));

        assertThat(properties.replyTo()).isNull();
        assertThat(properties.contact()).isNull();
    }

    @Test
    void saysTheSameInTextAndHtmlAndAttachesNothing() throws Exception {
        var parts = (MimeMultipart) sent(MailSamples.LETTER).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).asString().contains("Guten Tag Şule");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).asString().contains("<p>Guten Tag Şule</p>");
    }

    @Test
    void hasLinesThatEveryServerTakes() throws Exception {
        var letter = new Letter("s", "ü".repeat(5000) + "•••", "<p>" + "x".repeat(5000) + "</p>", "•••");

        assertThat(source(letter).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(source(letter)).matches(text -> text.chars().allMatch(each -> each < 128), "seven bits only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zusage\r\nBcc: other@post.example",
                "Zusage\nBcc: other@post.example",
                "Zusage\rBcc: other@post.example",
                "Zusage\u2028Bcc: other@post.example",
                "Zusage\u0085Bcc: other@post.example",
                "=?utf-8?q?Zusage=0D=0ABcc:_other@post.example?=",
                "ç\r\nBcc: other@post.example"
            })
    void letsNoSubjectBecomeAHeader(String subject) throws Exception {
        var mail = sent(new Letter(subject, "text", "html", Letter.MARK));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getRecipients(RecipientType.TO)).singleElement().hasToString("sule@post.example");
        assertThat(Collections.list(mail.getAllHeaderLines()))
                .allSatisfy(line -> assertThat(line).doesNotStartWith("Bcc"));
    }

    private static MimeMessage sent(Letter letter) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(source(letter).getBytes(UTF_8)));
    }

    private static String source(Letter letter) throws Exception {
        var out = new ByteArrayOutputStream();
        MimeMail.of(
                        MailSamples.mail("sule@post.example", letter),
                        Mailbox.of("sule@post.example").orElseThrow(),
                        MailSamples.properties(25),
                        SESSION)
                .writeTo(out);
        return out.toString(UTF_8);
    }
}
