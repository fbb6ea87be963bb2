package thami.notification;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import thami.platform.Mail;
import thami.platform.MailSink;
import thami.testing.Example;
import thami.testing.Neighbours;

/// A component test whose mails go to a real SMTP server that keeps them.
public interface WithMailSink {

    MailSink SINK = start();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("THAMI_SMTP", () -> "127.0.0.1:" + SINK.smtpPort());
    }

    /// The mails to an address, as soon as there are as many.
    static List<Mail> mailsTo(String address, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> SINK.mailsTo(address), mails -> mails.size() >= count);
    }

    /// Somebody new applies.
    ///
    /// @return their address
    static String apply(Neighbours neighbours, UUID application, String language) {
        var address = application + "@post.example";
        neighbours.publish(submitted(application, address, language));
        return address;
    }

    static Example submitted(UUID application, String address, String language) {
        return Example.of("registration/application-submitted.v1")
                .about(application, 1)
                .with("applicationId", application.toString())
                .with("email", address)
                .with("language", language);
    }

    private static MailSink start() {
        try {
            return MailSink.start(Files.createTempDirectory("mail-sink"));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }
}
