package thami.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// An SMTP server that delivers nothing: it keeps each mail in a file and shows them on a page of their own.
///
/// A mail is acknowledged when it is in its file.
public final class MailSink implements AutoCloseable {

    private static final int MAX_MESSAGE_SIZE = 10 * 1024 * 1024;

    private final Mailbox mailbox;
    private final SMTPServer smtp;
    private final Inbox inbox;

    private MailSink(Mailbox mailbox, SMTPServer smtp, Inbox inbox) {
        this.mailbox = mailbox;
        this.smtp = smtp;
        this.inbox = inbox;
    }

    /// Ports of its own choice, for tests.
    public static MailSink start(Path folder) {
        return start(folder, Ports.free(), 0);
    }

    public static MailSink start(Path folder, int smtpPort, int httpPort) {
        var mailbox = new Mailbox(folder, Clock.systemUTC());
        var smtp = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("ThAMI mail sink")
                .insertReceivedHeaders(false)
                .maxMessageSize(MAX_MESSAGE_SIZE)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .messageHandlerFactory(_ -> new Delivery(mailbox))
                .build();
        smtp.start();
        return new MailSink(mailbox, smtp, Inbox.start(mailbox, httpPort));
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return inbox.port();
    }

    /// All mails, the oldest first.
    public List<Mail> mails() {
        return mailbox.all();
    }

    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.isTo(address)).toList();
    }

    @Override
    public void close() {
        smtp.stop();
        inbox.close();
    }

    private static final class Delivery implements MessageHandler {

        private final Mailbox mailbox;
        private final List<String> recipients = new ArrayList<>();
        private String from = "";

        Delivery(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public void from(String from) {
            this.from = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream message) throws RejectException {
            try {
                mailbox.add(from, recipients, message.readAllBytes());
                return "kept";
            } catch (IOException e) {
                throw new RejectException(452, "cannot keep it: " + e.getMessage());
            }
        }

        @Override
        public void done() {}
    }
}
