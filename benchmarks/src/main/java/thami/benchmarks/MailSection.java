package thami.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static thami.benchmarks.RelaySection.FLOOR;
import static thami.benchmarks.RelaySection.OURS;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import thami.benchmarks.floor.MailLoop;

/// Mails by notification-service, claimed, sent and noted, against a bare loop of angus-mail to the same sink.
///
/// The sink does not answer until all notifications of the leg lie in the store, so that only the delivery is measured.
final class MailSection implements Section {

    private static final int MAILS = 1_000;

    /// What our side is made of; the rest of the system does nothing here.
    private static final List<String> SIDE = List.of("notification-service", "store", "broker");

    /// Until then compilers are still at work; as many for both sides.
    private static final int WARM_UP = 10 * MAILS;

    /// No limit of mails; and patience with a sink that holds its answers while notifications are stored, below the
    /// lease.
    private static final String LIMITS = "-Dresilience4j.ratelimiter.instances.smtp.limit-for-period=1000000"
            + " -Dresilience4j.timelimiter.instances.smtp.timeout-duration=50s -Dthami.mail.timeout=50s";

    private static final Duration TO_NOTE = Duration.ofSeconds(45);

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var facts = Machine.facts();
        facts.put("store", "embedded");
        facts.put("mails per leg", String.valueOf(MAILS));
        facts.put("connections", "2, kept");
        facts.put("side that is not measured", "frozen");
        facts.put("what is lost", "found by recipients, copies known by their Message-ID");
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var campaign = new Campaign(file, List.of(OURS, FLOOR), run.options().pairs(), Deadline.ofASection());
        if (campaign.missing() <= 0) return true;
        try (var system = new LocalSystem(run).with("JAVA_TOOL_OPTIONS", LIMITS);
                var sink = Sink.start(system.port("smtp"))) {
            system.startSeparately();
            var call = system.story(Duration.ofSeconds(30)).openCall(25).id();
            try (var people = new Facts(system.environment(), call);
                    var floor = Worker.start(run.children(), "mail-floor", RelaySection.JVM, system.environment())) {
                system.hold(SIDE);
                warmUp(sink, people);
                floor.ask("mail " + WARM_UP);
                return campaign.run((pair, side) -> {
                    awake(side, system, floor);
                    return leg(run, system, sink, people, floor, pair, side);
                });
            }
        }
    }

    /// Whatever is not measured is frozen.
    private static void awake(String side, LocalSystem system, Worker floor) {
        if (side.equals(OURS)) {
            floor.hold();
            system.goOn(SIDE);
        } else {
            system.hold(List.of());
            floor.goOn();
        }
    }

    private static Leg leg(Run run, LocalSystem system, Sink sink, Facts facts, Worker floor, int pair, String side)
            throws Exception {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("generator", ProcessHandle.current().pid());
        List<Sink.Mails> mails;
        if (side.equals(OURS)) {
            for (var name : SIDE) {
                var pid = system.pids().get(name);
                if (pid != null) pids.put(name, pid);
            }
            mails = facts.noted(system, sink, MAILS);
        } else {
            pids.put("angus-mail", floor.pid());
            mails = MailLoop.recipients(MAILS)
                    .map(address -> sink.expect(address, 1))
                    .toList();
        }
        var copies = sink.copies();
        var measuring = new Measuring(pids);
        var seconds = side.equals(OURS)
                ? let(sink, mails)
                : floor.ask("mail " + MAILS).getOrDefault("seconds", Double.NaN);
        var used = measuring.end();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("per second", MAILS / seconds);
        used.used().forEach((name, millis) -> figures.put("CPU " + name, millis / MAILS));
        figures.put("CPU together", used.together() / MAILS);
        figures.put("repeated", (double) sink.copies() - copies);
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        var lost = mails.stream().mapToInt(Sink.Mails::missing).sum();
        return Results.leg(run.options(), pair, side, figures, 0, used, lost);
    }

    /// The sink answers at once here: what is not yet compiled may take its time.
    private static void warmUp(Sink sink, Facts facts) throws Exception {
        sink.open(true);
        var missing = await(facts.tell(sink, WARM_UP), Duration.ofMinutes(10));
        if (missing > 0) throw new IllegalStateException(missing + " mails are missing");
    }

    /// @return seconds from the first answer to the last
    private static double let(Sink sink, List<Sink.Mails> mails) throws InterruptedException {
        var began = System.nanoTime();
        sink.open(true);
        await(mails, Duration.ofMinutes(1));
        return (mails.stream().mapToLong(Sink.Mails::at).max().orElse(began) - began) / 1e9;
    }

    /// @return to how many nothing has come by then
    private static int await(List<Sink.Mails> mails, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        var missing = 0;
        for (var one : mails) if (!one.areThereBy(deadline)) missing++;
        return missing;
    }

    /// What registration-service tells, told in its place: people who have applied.
    private static final class Facts implements AutoCloseable {

        private final Producer<byte[], byte[]> producer;
        private final UUID call;

        Facts(Map<String, String> environment, UUID call) {
            this.call = call;
            var settings = new HashMap<String, Object>();
            settings.put("bootstrap.servers", environment.getOrDefault("THAMI_KAFKA", ""));
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "PLAIN");
            settings.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"platform\" password=\"%s\";"
                            .formatted(environment.get("BENCH_KAFKA_PASSWORD")));
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        /// Returns when as many notifications lie in the store and wait for the sink.
        List<Sink.Mails> noted(LocalSystem system, Sink sink, int people) throws Exception {
            sink.open(false);
            var commands = new StoreCommands(Map.of("notification", system.port("notification")));
            var name = "notification notifications insert";
            var until = commands.now().getOrDefault(name, 0.0) + people;
            var mails = tell(sink, people);
            var deadline = System.nanoTime() + TO_NOTE.toNanos();
            while (commands.now().getOrDefault(name, 0.0) < until) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("the facts were not heard");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            return mails;
        }

        private List<Sink.Mails> tell(Sink sink, int people)
                throws InterruptedException, ExecutionException, IOException {
            var mails = new ArrayList<Sink.Mails>();
            var sent = new ArrayList<Future<?>>();
            for (var i = 0; i < people; i++) {
                var id = UUID.randomUUID();
                var address = "p." + id + "@example.org";
                mails.add(sink.expect(address, 1));
                sent.add(producer.send(submitted(id, address)));
            }
            for (var one : sent) one.get();
            return mails;
        }

        private ProducerRecord<byte[], byte[]> submitted(UUID id, String address) {
            var now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            var data = """
                    {"applicationId":"%1$s","callId":"%2$s","name":"Łukasz Żółć-Muster","email":"%4$s",\
                    "language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"sample","linkGeneration":1,\
                    "reference":"T-2345-6789","submittedAt":"%3$s"}""".formatted(id, call, now, address);
            var fact = new ProducerRecord<>(
                    "registration.applications.v1", id.toString().getBytes(UTF_8), data.getBytes(UTF_8));
            var type = "thami.registration.application-submitted.v1";
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id + ":1",
                            "ce_source",
                            "urn:thami:registration",
                            "ce_type",
                            type,
                            "ce_subject",
                            id.toString(),
                            "ce_time",
                            now.toString(),
                            "ce_dataschema",
                            "urn:" + type.replace('.', ':'),
                            "ce_aggregatesequence",
                            "1",
                            "content-type",
                            "application/json")
                    .forEach((header, value) -> fact.headers().add(header, value.getBytes(UTF_8)));
            return fact;
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
