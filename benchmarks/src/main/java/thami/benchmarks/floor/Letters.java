package thami.benchmarks.floor;

import jakarta.mail.MessagingException;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import thami.benchmarks.Failures;

/// Two senders, each with a connection of its own: noted, claimed, sent, noted as sent.
final class Letters {

    private static final int SENDERS = 2;

    private record Letter(UUID notification, String to, String subject) {}

    private final Steps steps;
    private final LinkedBlockingQueue<Letter> waiting = new LinkedBlockingQueue<>();

    Letters(Steps steps, String server) throws MessagingException {
        this.steps = steps;
        for (var i = 0; i < SENDERS; i++) {
            var post = Post.to(server);
            Thread.ofVirtual().start(() -> send(post));
        }
    }

    void note(UUID recipient, String to, String subject) {
        var notification = UUID.randomUUID();
        steps.noteMail(notification, recipient, subject);
        waiting.add(new Letter(notification, to, subject));
    }

    private void send(Post post) {
        while (true) {
            try {
                var letter = waiting.take();
                steps.claimMail(letter.notification);
                post.send(letter.to, letter.subject);
                steps.sentMail(letter.notification);
            } catch (InterruptedException stopping) {
                return;
            } catch (MessagingException | RuntimeException failed) {
                Failures.note(failed);
            }
        }
    }
}
