package thami.notification.mail;

import java.time.Duration;
import thami.notification.Language;
import thami.notification.Letter;
import thami.notification.Mail;
import thami.notification.Person;
import thami.notification.Samples;

final class MailSamples {

    static final Letter LETTER = new Letter(
            "Zusage: Sie haben einen Platz ✓",
            "Guten Tag Şule,\nhttp://x.example/status/•••\n",
            "<p>Guten Tag Şule</p>",
            "http://x.example/status/•••");

    private MailSamples() {}

    static Mail to(String address) {
        return mail(address, LETTER);
    }

    static Mail mail(String address, Letter letter) {
        return new Mail(Samples.id(1), 1, new Person("Şule", address, Language.DE), letter, Samples.NOON);
    }

    static MailProperties properties(int port) {
        return properties(port, null, null);
    }

    static MailProperties properties(int port, String username, String password) {
        return properties(port, MailProperties.Encryption.OFF, username, password);
    }

    static MailProperties properties(int port, MailProperties.Encryption encryption, String username, String password) {
        return new MailProperties(
                "127.0.0.1:" + port,
                "thami.example",
                "thami@thami.example",
                "ThAMI (Beispiel)",
                null,
                null,
                encryption,
                username,
                password,
                Duration.ofSeconds(1)); // a busy machine is not a silent server
    }
}
