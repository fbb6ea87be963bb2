package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static thami.notification.WithMailSink.SINK;
import static thami.notification.WithMailSink.mailsTo;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import thami.testing.ComponentTest;

/// Senders ask the store for several mails at once; a document that nobody can read spoils its own mail only.
@ComponentTest
class UnreadableDocumentTest implements WithMailSink {

    @Autowired
    MongoOperations mongo;

    @Test
    void holdsUpNoneOfItsNeighbours() {
        var recipients = IntStream.range(0, 24).mapToObj(_ -> recipient()).toList();
        var unreadable = recipients.get(3);
        store(unreadable, "many");

        recipients.forEach(this::admitted);

        for (var recipient : recipients) if (recipient != unreadable) mailsTo(address(recipient), 1);
        assertThat(SINK.mailsTo(address(unreadable))).isEmpty();
        store(unreadable, 1);
        mailsTo(address(unreadable), 1); // as soon as somebody has mended it
    }

    /// A newer version stored it, and was rolled back or runs beside this one: it stays, and is the oldest.
    @Test
    void holdsUpNothingThatBecomesDueAfterIt() {
        var unreadable = recipient();
        var others = IntStream.range(0, 24).mapToObj(_ -> recipient()).toList();
        var newer = stored(Notification.State.WAITING, unreadable);
        mongo.updateFirst(
                query(where("_id").is(newer)),
                Update.update("occasion.name", "newer")
                        .set("state", "PENDING")
                        .set("nextAttemptAt", Samples.NOON.minusSeconds(1))
                        .set("pendingSince", Samples.NOON.minusSeconds(1)),
                Notification.class);

        others.forEach(this::admitted);

        for (var recipient : others) mailsTo(address(recipient), 1);
        assertThat(SINK.mailsTo(address(unreadable))).isEmpty();
        mongo.updateFirst(
                query(where("_id").is(newer)), Update.update("occasion.name", "admitted"), Notification.class);
        mailsTo(address(unreadable), 1); // as soon as somebody can read it
    }

    private void store(Recipient recipient, Object linkGeneration) {
        mongo.updateFirst(
                query(where("_id").is(recipient.id())),
                Update.update("linkGeneration", linkGeneration),
                Recipient.class);
    }

    private Recipient recipient() {
        var id = UUID.randomUUID();
        var person = new Person("Şule", id + "@post.example", Language.DE);
        return mongo.save(Samples.recipient(new RecipientId(id), person));
    }

    private static String address(Recipient recipient) {
        return recipient.person().orElseThrow().address();
    }

    private void admitted(Recipient recipient) {
        stored(Notification.State.PENDING, recipient);
    }

    private NotificationId stored(Notification.State state, Recipient recipient) {
        var id = NotificationId.ofFact("test", recipient.id().value().toString(), 1);
        mongo.insert(Samples.in(state, id, recipient.id(), Samples.ADMITTED));
        return id;
    }
}
