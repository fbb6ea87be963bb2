package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SinkTest {

    private static final String ADDRESS = "p@example.org";

    private final Sink sink = Sink.start(0);

    @AfterEach
    void end() {
        sink.close();
    }

    @Test
    void aCopyStandsInForNoOtherMail() throws Exception {
        var mails = sink.expect(ADDRESS, 2);
        var first = mail("Eingang");

        Transport.send(first);
        Transport.send(first);

        assertThat(mails.missing()).isEqualTo(1);
        assertThat(sink.copies()).isEqualTo(1);
        Transport.send(mail("Zusage"));
        assertThat(mails.missing()).isZero();
        assertThat(sink.copies()).isEqualTo(1);
    }

    @Test
    void whoGetsNoMailIsFoundWhateverOthersGet() throws Exception {
        var nobodys = sink.expect("q@example.org", 1);
        sink.expect(ADDRESS, 1);

        Transport.send(mail("Eingang"));
        Transport.send(mail("Zusage"));

        assertThat(nobodys.areThereBy(System.nanoTime())).isFalse();
        assertThat(nobodys.missing()).isEqualTo(1);
    }

    private MimeMessage mail(String subject) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(sink.port()));
        var mail = new KeptId(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("thami@example.org"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(ADDRESS));
        mail.setSubject(subject);
        mail.setText("Guten Tag");
        return mail;
    }

    /// As notification-service sends one again: under the id that it had.
    private static final class KeptId extends MimeMessage {

        KeptId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws jakarta.mail.MessagingException {
            if (getMessageID() == null) super.updateMessageID();
        }
    }
}
