package thami.notification.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import thami.notification.mail.MailProperties.Encryption;

/// Connections to the mail server. One that did its work is kept for the next mail; there are as many as there
/// are senders.
@Component
class SmtpConnections {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

    /// The library asks for this class several times a mail, and each time looks through every jar of the class path,
    /// unless it is told.
    static {
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailProperties properties;
    private final Session session;
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(MailProperties properties) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties));
    }

    Session session() {
        return session;
    }

    /// An open connection: a kept one if it still works.
    SmtpConnection open() throws MessagingException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isUsable()) return kept;
            discard(kept);
        }
        var connection = new SmtpConnection(session, properties);
        connection.connect(properties.host(), properties.port(), properties.username(), properties.password());
        return connection;
    }

    void keep(SmtpConnection connection) {
        idle.addFirst(connection);
    }

    void discard(@Nullable SmtpConnection connection) {
        try {
            if (connection != null) connection.close();
        } catch (MessagingException alreadyGone) {
            log.debug(
                    "A connection to the mail server ended: {}",
                    alreadyGone.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) discard(kept);
    }

    /// Angus waits for ever unless it is told otherwise. Each write it would guard by a task of its own, several a
    /// mail;
    /// the limit for the whole attempt is enough, since it interrupts, which closes the socket of a virtual thread.
    private static Properties settings(MailProperties properties) {
        var settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", millis(properties.timeout()));
        settings.put("mail.smtp.timeout", millis(properties.timeout()));
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.localhost", properties.domain());
        settings.put("mail.smtp.auth", Boolean.toString(properties.hasLogin()));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (properties.encryption()) {
            case OFF -> settings.put("mail.smtp.starttls.enable", "false");
            case OPPORTUNISTIC -> settings.put("mail.smtp.starttls.enable", "true");
            case STARTTLS -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.put("mail.smtp.ssl.enable", "true");
        }
        if (properties.encryption() != Encryption.TLS) settings.put("mail.smtp.socketFactory", new UndelayedSockets());
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
