package thami.benchmarks.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Date;
import java.util.Properties;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Mails by plain angus-mail over one kept connection, text and HTML as large as the system's.
public final class Post implements AutoCloseable {

    private static final String TEXT =
            "Guten Tag,\n\nIhre Bewerbung ist eingegangen. Den Stand sehen Sie unter https://"
                    + "thami.example.org/status/0123456789abcdef0123456789abcdef0123456789abcdef\n\nMit freundlichen Grüßen\n";

    private final Session session;
    private final SMTPTransport transport;

    private Post(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /// @param server host and port
    public static Post to(String server) throws MessagingException {
        var host = server.substring(0, server.indexOf(':'));
        var port = Integer.parseInt(server.substring(server.indexOf(':') + 1));
        var settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", "5000");
        settings.put("mail.smtp.timeout", "10000");
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.localhost", "localhost");
        settings.put("mail.smtp.socketFactory", new Undelayed());
        var session = Session.getInstance(settings);
        var transport = new SMTPTransport(session, new URLName("smtp", host, port, null, null, null));
        transport.connect(host, port, null, null);
        return new Post(session, transport);
    }

    public void send(String to, String subject) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("thami@example.org"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, UTF_8.name());
        mail.setSentDate(new Date());
        var text = new MimeBodyPart();
        text.setText(TEXT.repeat(3), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText("<html><body><p>" + TEXT.repeat(6) + "</p></body></html>", UTF_8.name(), "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }

    /// Nagle's algorithm against delayed acknowledgements costs 40 ms a mail.
    private static final class Undelayed extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return new Socket(host, port, localHost, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
                throws IOException {
            return new Socket(address, port, localAddress, localPort);
        }
    }
}
