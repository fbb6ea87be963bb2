package thami.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/// People, facts and moments that the tests share. Nobody of these exists.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-01-19T12:00:00Z");
    public static final RecipientId SULE = new RecipientId(UUID.fromString("8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a02"));
    public static final CallId CALL = new CallId(UUID.fromString("5b0a6a1e-3f5e-4c58-9d0a-6f1f2c7a1e01"));
    public static final CertificateId CERTIFICATE =
            new CertificateId(UUID.fromString("e41d9b60-5a7c-4d2f-8b13-7c9a0e5d4f03"));
    public static final Title TITLE = new Title("ThAMI plus 2026 (Beispieldaten)", "ThAMI plus 2026 (sample data)");
    public static final Person PERSON = new Person("Şule Beispiel-Yıldız", "sule@post.example", Language.DE);
    public static final TimeAndPlace WHEN =
            new TimeAndPlace(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 10, 30), "Erfurt (Beispielort)");
    public static final CallNews NEWS = new CallNews(CALL, TITLE, true, WHEN, 1);
    public static final Occasion ADMITTED = new Occasion.Admitted(TITLE, NOON);
    public static final Letter LETTER = new Letter(
            "Zusage",
            "Guten Tag http://x.example/status/•••",
            "<p>http://x.example/status/•••</p>",
            "http://x.example/status/•••");
    public static final StaffMember STAFF = new StaffMember("http://login.example", "operations", "Olga Muster");

    private Samples() {}

    public static NotificationId id(long sequence) {
        return NotificationId.ofFact(
                "thami.cohort.application-admitted.v1", CALL.value().toString(), sequence);
    }

    public static Recipient sule() {
        return recipient(SULE, PERSON);
    }

    public static Recipient recipient(RecipientId id, Person person) {
        var recipient = Recipient.awaited(id);
        recipient.introduce(person, CALL, "BSP-7Q4M-2K", 1);
        return recipient;
    }

    public static Recipient withdrawn(Person person) {
        var recipient = recipient(SULE, person);
        recipient.withdraw(NOON);
        return recipient;
    }

    public static Call call() {
        var call = Call.unheardOf(CALL);
        call.update(NEWS);
        return call;
    }

    public static Call cancelledCall() {
        var call = call();
        call.cancel(NOON);
        return call;
    }

    public static Notification waiting(long sequence) {
        return Notification.about(id(sequence), SULE, ADMITTED);
    }

    /// A notification in any state, reached the way the business reaches it.
    public static Notification in(Notification.State state, NotificationId id, RecipientId recipient, Occasion about) {
        var notification = Notification.about(id, recipient, about);
        if (state == Notification.State.WAITING) return notification;
        notification.release(NOON);
        if (state == Notification.State.PENDING) return notification;
        notification.claim(NOON, DeliverNotification.LEASE);
        notification.letter(() -> LETTER);
        if (state == Notification.State.SENT) notification.record(1, new Delivery.Accepted("250 OK"), NOON);
        if (state == Notification.State.FAILED) notification.record(1, new Delivery.Refused("550 No such user"), NOON);
        return notification;
    }

    public static Clock noon() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }
}
