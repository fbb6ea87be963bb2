package thami.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import thami.notification.Mail;

/// A mail as it goes over the wire: text and HTML, one recipient, a Message-ID that a repeat shares.
final class MimeMail extends MimeMessage {

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMail of(Mail mail, Mailbox to, MailProperties properties, Session session) throws MessagingException {
        var mime = new MimeMail(session, messageId(mail, properties.domain()));
        mime.setFrom(sender(properties));
        if (properties.replyTo() != null) mime.setReplyTo(InternetAddress.parse(properties.replyTo(), true));
        mime.setRecipient(RecipientType.TO, address(to));
        mime.setSubject(PlainLine.of(mail.letter().subject()), UTF_8.name());
        mime.setSentDate(Date.from(mail.date()));
        mime.setContentLanguage(new String[] {mail.to().language().locale().getLanguage()});
        mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers, please
        mime.setContent(alternatives(mail));
        mime.saveChanges();
        return mime;
    }

    static String messageId(Mail mail, String domain) {
        return "<" + mail.notification().value() + "." + mail.sending() + "@" + domain + ">";
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.letter().text(), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(mail.letter().html(), UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    /// No name beside the address: what a person entered does not belong into headers.
    static InternetAddress address(Mailbox to) {
        var address = new InternetAddress();
        address.setAddress(to.address());
        return address;
    }

    private static InternetAddress sender(MailProperties properties) throws MessagingException {
        try {
            var sender = new InternetAddress(properties.from(), true);
            sender.setPersonal(PlainLine.of(properties.sender()), UTF_8.name());
            return sender;
        } catch (UnsupportedEncodingException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
