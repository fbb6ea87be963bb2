package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// A mistake that somebody could make, planted into a copy of one of our classes: whoever checks the system must find
/// it.
///
/// @param process the process that gets it
/// @param source the class, from the root of the repository
/// @param find what stands there
/// @param replacement what is put in its place
record Defect(String process, String source, String find, String replacement) {

    static final Defect RELAY_FORGETS_BEFORE_IT_SENDS = new Defect(
            "registration-service",
            "libraries/event-delivery/src/main/java/thami/delivery/OutboxRelay.java",
            "for (var outgoing : waiting) {",
            """
            if (!waiting.isEmpty()) store.forget(pending, waiting.getLast().sequence());
            for (var outgoing : waiting) {""");

    static final Defect RELAY_DOES_NOT_AWAIT_THE_ACKNOWLEDGEMENT = new Defect(
            "registration-service",
            "libraries/event-delivery/src/main/java/thami/delivery/EventSender.java",
            "connected().send(event).get(",
            """
            connected().send(event);
            java.util.concurrent.CompletableFuture.completedFuture(event).get(""");

    static final Defect RELAY_REORDERS = new Defect(
            "registration-service",
            "libraries/event-delivery/src/main/java/thami/delivery/OutboxRelay.java",
            "for (var outgoing : waiting) {",
            "for (var outgoing : waiting.reversed()) {");

    static final Defect CONSUMER_CHECKS_THEN_ACTS = new Defect(
            "notification-service",
            "notification-service/src/main/java/thami/notification/NotifyRecipient.java",
            "var notification = Notification.about(",
            """
            try (var store = com.mongodb.client.MongoClients.create(System.getenv("THAMI_MONGODB_URI"))) {
                var seen = store.getDatabase("thami-notification").getCollection("seen");
                var fact = new org.bson.Document("_id", id.value().toString());
                if (seen.find(fact).first() != null) return;
                seen.insertOne(fact);
            }
            var notification = Notification.about(""");

    static final Defect MAIL_HAS_THE_KEY_OF_ITS_DELIVERY = new Defect(
            "notification-service",
            "notification-service/src/main/java/thami/notification/NotificationId.java",
            "new NotificationId(named(type + '\\n' + subject + '\\n' + sequence))",
            "new NotificationId(UUID.randomUUID())");

    static final Defect DEAD_LETTER_IS_LOST = new Defect(
            "cohort-service",
            "libraries/event-delivery/src/main/java/thami/delivery/DeadLetters.java",
            "throw stays;",
            "");

    static final Defect SEATS_ARE_COUNTED_ELSEWHERE = new Defect(
            "cohort-service",
            "cohort-service/src/main/java/thami/cohort/intake/Intake.java",
            "if (free() == 0)",
            "if ((int) System.getProperties().computeIfAbsent(id, _ -> free()) == 0)");

    static final Defect OUTAGE_IS_UNKNOWN = new Defect(
            "certificate-service",
            "certificate-service/src/main/java/thami/certificate/VerifyCertificate.java",
            "return certificates\n                .findByNumber(number)",
            """
            Optional<Certificate> found;
            try {
                found = certificates.findByNumber(number);
            } catch (RuntimeException outage) {
                found = Optional.empty();
            }
            return found""");

    static final Defect RENDERED_PAGE_IS_SOMEBODY_ELSES = new Defect(
            "certificate-service",
            "certificate-service/src/main/java/thami/certificate/pdf/PdfPress.java",
            "typesetter.set(page)",
            "(byte[]) System.getProperties().computeIfAbsent(\"page\", _ -> typesetter.set(page))");

    static final Defect STORE_COMMITS_ONCE_A_SECOND = new Defect(
            "store",
            "local/platform/src/main/java/thami/platform/DurableBackend.java",
            "if (committed >= upTo) return;\n        lock.writeLock().lock();",
            """
            var now = System.nanoTime();
            if (now - Long.getLong("committed", 0) < 1_000_000_000) return;
            System.setProperty("committed", String.valueOf(now));
            lock.writeLock().lock();""");

    /// The class as it would be with the mistake.
    String planted() throws IOException {
        var text = RepositoryFiles.text(RepositoryFiles.path(source));
        assertThat(text).as(source + " still has what the defect replaces").contains(find);
        return text.replace(find, replacement);
    }

    /// The changed class and those in it, compiled against the program that they belong to.
    Path compiled(Path program, Path into) throws IOException {
        var name = source.replaceAll(".*/main/java/", "");
        var changed = into.resolve("source").resolve(name);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, planted());
        var classes = Files.createDirectories(into.resolve("classes"));
        List<Path> libraries;
        try (var files = Files.walk(program)) {
            libraries = files.filter(it -> it.toString().endsWith(".jar")).toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var code = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-d",
                classes.toString(),
                "-cp",
                String.join(":", libraries.stream().map(Path::toString).toList()),
                changed.toString());
        assertThat(code).as("compiling " + changed).isZero();
        return classes;
    }
}
