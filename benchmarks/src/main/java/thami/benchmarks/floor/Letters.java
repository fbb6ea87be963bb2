package thami.benchmarks.floor;

import static com.mongodb.client.model.Updates.set;

import jakarta.mail.MessagingException;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import thami.benchmarks.Failures;

/// Two senders, each with a connection of its own: noted, claimed, sent, noted as sent.
final class Letters {

    private static final int SENDERS = 2;

    private record Letter(UUID notification, String to, String subject) {}

    private final Writes writes;
    private final LinkedBlockingQueue<Letter> waiting = new LinkedBlockingQueue<>();

    Letters(Writes writes, String server) throws MessagingException {
        this.writes = writes;
        for (var i = 0; i < SENDERS; i++) {
            var post = Post.to(server);
            Thread.ofVirtual().start(() -> send(post));
        }
    }

    void note(UUID recipient, String to, String subject) {
        var notification = UUID.randomUUID();
        writes.insert(
                "notifications",
                new Document("_id", notification)
                        .append("recipient", recipient)
                        .append("occasion", subject)
                        .append("state", "PENDING")
                        .append("nextAttemptAt", new Date()));
        waiting.add(new Letter(notification, to, subject));
    }

    private void send(Post post) {
        while (true) {
            try {
                var letter = waiting.take();
                writes.update("notifications", letter.notification, set("state", "SENDING"), set("at", new Date()));
                post.send(letter.to, letter.subject);
                writes.update("notifications", letter.notification, set("state", "SENT"), set("sentAt", new Date()));
            } catch (InterruptedException stopping) {
                return;
            } catch (MessagingException | RuntimeException failed) {
                Failures.note(failed);
            }
        }
    }
}
