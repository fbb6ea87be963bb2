package thami.benchmarks.floor;

import jakarta.mail.MessagingException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import thami.benchmarks.Press;
import thami.benchmarks.Press.Pressed;
import thami.benchmarks.Worker;

/// The floor's work for one person without requests and consumers, one thing after the other: what each part of it
/// costs.
public final class Layers {

    /// Each has what those before it have.
    public enum Layer {
        WRITES,
        RECORDS,
        MAILS,
        CERTIFICATE
    }

    private static final int SIDE_BY_SIDE = 12;
    private static final String EMAIL = "p.layers@example.org";
    private static final String BODY =
            "{\"name\":\"%s\",\"email\":\"%s\",\"language\":\"de\"}".formatted(Steps.NAME, EMAIL);

    private final Writes writes;
    private final Steps steps;
    private final Records records;
    private final Press press;
    private final Pressed printedBefore;
    private final String mailServer;

    private Layers(Map<String, String> environment) throws Exception {
        writes = new Writes(Objects.requireNonNull(environment.get("THAMI_MONGODB_URI")));
        steps = Steps.in(writes);
        records = Records.open();
        press = Press.open(environment);
        printedBefore = press.press(Steps.NAME);
        mailServer = Objects.requireNonNull(environment.get("THAMI_SMTP"));
    }

    /// An order is `layer <which> <seconds>`; the answer how many people went how fast.
    public static void serve() throws Exception {
        var layers = new Layers(System.getenv());
        Worker.serve(words -> layers.go(Layer.valueOf(words[1]), Double.parseDouble(words[2])));
    }

    private Map<String, Double> go(Layer layer, double seconds) throws InterruptedException, ExecutionException {
        var people = new AtomicInteger();
        var began = System.nanoTime();
        var end = began + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> one = () -> {
                try (var post = Post.to(mailServer)) {
                    var way = new Way(layer, post);
                    while (System.nanoTime() < end) {
                        way.go(UUID.randomUUID());
                        people.incrementAndGet();
                    }
                }
                return null;
            };
            for (var done : threads.invokeAll(
                    Stream.generate(() -> one).limit(SIDE_BY_SIDE).toList())) done.get();
        }
        return Map.of("people", people.doubleValue(), "seconds", (System.nanoTime() - began) / 1e9);
    }

    private final class Way {

        private final Layer layer;
        private final Post post;

        Way(Layer layer, Post post) {
            this.layer = layer;
            this.post = post;
        }

        void go(UUID id) throws Exception {
            announce("applications", id, id, steps.apply(id, EMAIL, BODY));
            steps.queue(id, EMAIL);
            steps.introduce(id, EMAIL);
            mail(id, "Eingang");
            announce("intakes", steps.intake(), id, steps.admit(id, EMAIL));
            steps.showAdmitted(id);
            announce("participations", id, id, steps.enrol(id, EMAIL));
            steps.entitle(id, EMAIL);
            mail(id, "Zusage");
            for (var module = 1; module <= Steps.MODULES; module++) {
                announce("participations", id, id, steps.complete(id, module + 1L));
                steps.tickOff(id, module == Steps.MODULES);
            }
            certify(id);
            mail(id, "Zertifikat");
        }

        private void certify(UUID id) throws InterruptedException, ExecutionException {
            var pressed = has(Layer.CERTIFICATE) ? press.press(Steps.NAME) : printedBefore;
            steps.prepare(id, pressed);
            var certificate = UUID.randomUUID();
            var pdf = pressed.pdf();
            var issued = steps.release(id, certificate, EMAIL, pressed.number(), pdf.sha256(), new Binary(pdf.bytes()));
            announce("certificates", certificate, certificate, issued);
            steps.stored(id);
            steps.showCertified(id);
            steps.certify(id);
        }

        private void announce(String collection, UUID document, UUID subject, Document event)
                throws InterruptedException, ExecutionException {
            if (has(Layer.RECORDS)) records.send(subject, event);
            writes.forget(collection, document, event.getLong("sequence"));
        }

        private void mail(UUID recipient, String subject) throws MessagingException {
            var notification = UUID.randomUUID();
            steps.noteMail(notification, recipient, subject);
            steps.claimMail(notification);
            if (has(Layer.MAILS)) post.send(EMAIL, subject);
            steps.sentMail(notification);
        }

        private boolean has(Layer asked) {
            return layer.compareTo(asked) >= 0;
        }
    }
}
