package thami.benchmarks.floor;

import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static thami.benchmarks.floor.Writes.event;
import static thami.benchmarks.floor.Writes.withOutbox;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import thami.benchmarks.Press.Pressed;

/// The counted writes of one person's way, each step by itself; those that announce something return the event, which
/// lies in the document's outbox until it is forgotten.
record Steps(Writes writes, UUID intake) {

    static final String NAME = "Łukasz Żółć-Muster";

    /// As many as the sample course has.
    static final int MODULES = 4;

    static Steps in(Writes writes) {
        var intake = UUID.randomUUID();
        writes.insert("intakes", new Document("_id", intake).append("decisions", List.of()));
        return new Steps(writes, intake);
    }

    Document apply(UUID id, String email, String body) {
        var submitted = event(
                Records.APPLICATIONS, 1, "thami.registration.application-submitted.v1", id + " " + email + " " + body);
        writes.insert(
                "applications",
                withOutbox(
                        new Document("_id", id)
                                .append("name", NAME)
                                .append("email", email)
                                .append("status", "SUBMITTED")
                                .append("submittedAt", new Date()),
                        submitted));
        return submitted;
    }

    void queue(UUID id, String email) {
        writes.insert(
                "candidates",
                new Document("_id", id)
                        .append("email", email)
                        .append("name", NAME)
                        .append("status", "WAITING"));
    }

    void introduce(UUID id, String email) {
        writes.insert("recipients", new Document("_id", id).append("address", email));
    }

    Document admit(UUID id, String email) {
        var admitted = event(
                Records.INTAKES,
                1,
                "thami.cohort.application-admitted.v1",
                id + " " + email + " {\"legalBasis\":\"B\",\"reason\":\"Voraussetzungen belegt\"}");
        writes.update(
                "intakes",
                intake,
                inc("admitted", 1),
                push("outbox", admitted.append("sequence", System.nanoTime())),
                set("outboxPendingSince", new Date()));
        return admitted;
    }

    void showAdmitted(UUID id) {
        writes.update("applications", id, set("status", "ADMITTED"), set("changedAt", new Date()));
    }

    Document enrol(UUID id, String email) {
        writes.update("candidates", id, set("status", "ADMITTED"));
        var enrolled = event(
                Records.PARTICIPATIONS,
                1,
                "thami.cohort.participant-enrolled.v1",
                id + " " + email + " " + "{\"modules\":[],\"legalBasis\":\"B\"}");
        writes.insert(
                "participations",
                withOutbox(
                        new Document("_id", id)
                                .append("email", email)
                                .append("name", NAME)
                                .append("modules", List.of()),
                        enrolled));
        return enrolled;
    }

    void entitle(UUID id, String email) {
        writes.insert(
                "entitlements",
                new Document("_id", id)
                        .append("email", email)
                        .append("name", NAME)
                        .append("completed", 0)
                        .append("status", "INCOMPLETE"));
    }

    /// @param sequence of the event, in the participation's own count
    Document complete(UUID id, long sequence) {
        var completed = event(
                Records.PARTICIPATIONS,
                sequence,
                "thami.cohort.module-completed.v1",
                id + " {\"moduleId\":\"" + UUID.randomUUID() + "\",\"completedOn\":\"2026-11-22\"}");
        writes.update(
                "participations",
                id,
                inc("sequence", 1L),
                push("modules", new Date()),
                push("outbox", completed),
                set("outboxPendingSince", new Date()));
        return completed;
    }

    void tickOff(UUID id, boolean last) {
        writes.update("entitlements", id, inc("completed", 1), set("status", last ? "READY" : "INCOMPLETE"));
    }

    void prepare(UUID id, Pressed pressed) {
        writes.update(
                "entitlements",
                id,
                set("number", pressed.number()),
                set("sha256", pressed.pdf().sha256()),
                set("pdf", new Binary(pressed.pdf().bytes())));
    }

    Document release(UUID id, UUID certificate, String email, String number, String sha256, Binary pdf) {
        writes.update("entitlements", id, set("status", "RELEASED"), set("releasedAt", new Date()));
        var issued = event(
                Records.CERTIFICATES,
                1,
                "thami.certificate.certificate-issued.v1",
                id + " " + email + " {\"number\":\"" + number + "\"}");
        writes.insert(
                "certificates",
                withOutbox(
                        new Document("_id", certificate)
                                .append("participation", id)
                                .append("number", number)
                                .append("sha256", sha256)
                                .append("pdf", pdf),
                        issued));
        return issued;
    }

    void stored(UUID id) {
        writes.update("entitlements", id, set("stored", true));
    }

    void showCertified(UUID id) {
        writes.update("applications", id, set("status", "CERTIFIED"), set("changedAt", new Date()));
    }

    void certify(UUID id) {
        writes.update("candidates", id, set("status", "CERTIFIED"));
        writes.update("participations", id, set("certifiedAt", new Date()));
    }

    void noteMail(UUID notification, UUID recipient, String occasion) {
        writes.insert(
                "notifications",
                new Document("_id", notification)
                        .append("recipient", recipient)
                        .append("occasion", occasion)
                        .append("state", "PENDING")
                        .append("nextAttemptAt", new Date()));
    }

    void claimMail(UUID notification) {
        writes.update("notifications", notification, set("state", "SENDING"), set("at", new Date()));
    }

    void sentMail(UUID notification) {
        writes.update("notifications", notification, set("state", "SENT"), set("sentAt", new Date()));
    }
}
