package thami.notification.mail;

import jakarta.mail.MessagingException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.notification.Delivery;
import thami.notification.Mail;

/// One attempt over SMTP, without any patience of its own: that is [GuardedMailer]'s.
@Component
class SmtpMailer {

    private final SmtpConnections connections;
    private final MailProperties properties;

    SmtpMailer(SmtpConnections connections, MailProperties properties) {
        this.connections = connections;
        this.properties = properties;
    }

    /// @param contentSent becomes true as soon as the server may have the whole mail
    Delivery send(Mail mail, AtomicBoolean contentSent) {
        var to = Mailbox.of(mail.to().address()).orElse(null);
        if (to == null) return new Delivery.Refused("No mail can be sent to this address");
        try {
            return transmit(mail, to, connections.open(), contentSent);
        } catch (MessagingException failure) {
            return SmtpAnswer.ofConnecting(failure);
        }
    }

    private Delivery transmit(Mail mail, Mailbox to, SmtpConnection connection, AtomicBoolean contentSent) {
        @Nullable SmtpConnection broken = connection;
        try {
            var mime = MimeMail.of(mail, to, properties, connections.session());
            var said = connection.transmit(mime, MimeMail.address(to), contentSent);
            connections.keep(connection);
            broken = null;
            return new Delivery.Accepted(SmtpAnswer.line(said));
        } catch (MessagingException failure) {
            return SmtpAnswer.ofSending(failure, contentSent.get());
        } finally {
            connections.discard(broken);
        }
    }
}
