package thami.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import thami.notification.mail.MailProperties.Encryption;

/// A connection that is kept for the next mail, and that knows whether a mail's content has gone over it.
final class SmtpConnection extends SMTPTransport {

    private static final long TRUSTED_FOR = Duration.ofSeconds(2).toNanos();

    private long lastUsed;
    private AtomicBoolean contentSent = new AtomicBoolean();

    SmtpConnection(Session session, MailProperties properties) {
        super(
                session,
                new URLName("smtp", properties.host(), properties.port(), null, properties.username(), null),
                "smtp",
                properties.encryption() == Encryption.TLS);
    }

    /// Asks the server (NOOP) unless it has just answered.
    boolean isUsable() {
        return System.nanoTime() - lastUsed < TRUSTED_FOR || isConnected();
    }

    /// @param contentSent becomes true as soon as the server may have the whole mail
    /// @return what the server said to it
    String transmit(MimeMessage mail, Address to, AtomicBoolean contentSent) throws MessagingException {
        this.contentSent = contentSent;
        sendMessage(mail, new Address[] {to});
        lastUsed = System.nanoTime();
        return getLastServerResponse();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        var content = super.data();
        contentSent.set(true);
        return content;
    }
}
