package thami.benchmarks.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/// Many parcels that are long done, and some that a crash has left: what the sweeper has to find them among.
final class Depot {

    private static final int PAGE = 1_000;
    private static final String PENDING_SINCE = "outboxPendingSince";
    private static final Bson PENDING = Filters.gt(PENDING_SINCE, new Date(0));

    private final ApplicationContext context;
    private final ReadBack readBack;
    private final List<Left> left = new ArrayList<>();

    Depot(ApplicationContext context, ReadBack readBack) {
        this.context = context;
        this.readBack = readBack;
    }

    /// Parcels that were left at one time. Their ids are as its seed draws them: kept, those of a million would fill
    /// the heap that is measured.
    private record Left(Date at, long seed, int number) {

        List<UUID> ids() {
            return Depot.ids(seed, number);
        }
    }

    private static List<UUID> ids(long seed, int number) {
        var random = new Random(seed);
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(number)
                .toList();
    }

    /// Of all that was here nothing counts any more.
    void clear() {
        parcels().deleteMany(new Document());
        left.clear();
        readBack.begin();
    }

    /// What is older than all that still waits must have been sent.
    Map<String, Double> compare() {
        var oldest =
                parcels().find(PENDING).sort(Sorts.ascending(PENDING_SINCE)).first();
        var sent = left.stream()
                .filter(it -> oldest == null || it.at.before(oldest.getDate(PENDING_SINCE)))
                .toList();
        sent.forEach(it -> it.ids().forEach(readBack::expect));
        left.removeAll(sent);
        return readBack.compare();
    }

    /// Takes out what was sent meanwhile: few stay few, and as much is taken out of many.
    Map<String, Double> tidy() {
        var sent = readBack.compared();
        for (var from = 0; from < sent.size(); from += PAGE)
            parcels().deleteMany(Filters.in("_id", sent.subList(from, Math.min(from + PAGE, sent.size()))));
        return Map.of("taken", (double) sent.size());
    }

    /// Brings the number of those that are done to this many.
    Map<String, Double> store(int parcels) {
        var stored = parcels().estimatedDocumentCount();
        for (var more = parcels - stored; more > 0; more -= PAGE) put((int) Math.min(PAGE, more), false);
        return Map.of("stored", (double) parcels().estimatedDocumentCount());
    }

    /// So many of the sweeper's own looks, as the driver has timed them.
    Map<String, Double> sweeps(int wanted) {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        var before = looks();
        var after = before;
        while (after[0] - before[0] < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            after = looks();
        }
        var number = after[0] - before[0];
        return Map.of("sweeps", number, "millis", (after[1] - before[1]) / Math.max(1, number));
    }

    /// A sweep that finds less than a page is one command.
    private double[] looks() {
        var timers = context.getBean(MeterRegistry.class).find("mongodb.driver.commands").timers().stream()
                .filter(timer -> "parcels".equals(timer.getId().getTag("collection")))
                .filter(timer -> "find".equals(timer.getId().getTag("command")))
                .toList();
        return new double[] {
            timers.stream().mapToLong(Timer::count).sum(),
            timers.stream()
                    .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                    .sum()
        };
    }

    /// How long the sweeper takes for so many that a crash left.
    Map<String, Double> drain(int parcels) {
        for (var more = parcels; more > 0; more -= PAGE) put(Math.min(PAGE, more), true);
        var began = System.nanoTime();
        var deadline = began + TimeUnit.MINUTES.toNanos(5);
        while (parcels().find(PENDING).first() != null && System.nanoTime() < deadline)
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        var seconds = (System.nanoTime() - began) / 1e9;
        left.forEach(it -> it.ids().forEach(readBack::expect)); // whether they still wait or not
        left.clear();
        return Map.of("seconds", seconds);
    }

    /// Brings the number of those that wait to about this many, although the sweeper is at them meanwhile.
    Map<String, Double> leave(int parcels) {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        for (var waiting = waiting(); waiting < 0.99 * parcels; waiting = waiting()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("The sweeper is faster than the filling");
            for (var more = parcels - waiting; more > 0; more -= PAGE) put((int) Math.min(PAGE, more), true);
        }
        return Map.of("pending", (double) waiting());
    }

    /// How long the sweeper takes for so many of all that wait, while somebody else saves 50 documents a second.
    Map<String, Double> among(int parcels, Consumer<UUID> save) {
        var sent = context.getBean(MeterRegistry.class).counter("thami.outbox.sent");
        var saved = new ArrayList<UUID>();
        var saving = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        var began = System.nanoTime();
        var deadline = began + TimeUnit.MINUTES.toNanos(5);
        var already = sent.count();
        while (sent.count() - already < parcels && System.nanoTime() < deadline) {
            var id = UUID.randomUUID();
            saved.add(id);
            var before = System.nanoTime();
            save.accept(id);
            saving.recordValue((System.nanoTime() - before) / 1000);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var runtime = Runtime.getRuntime();
        var heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
        var unsent = Math.max(0, parcels - (sent.count() - already));
        awaitSent(saved);
        saved.forEach(readBack::expect);
        return Map.of(
                "seconds",
                seconds,
                "save-p50",
                saving.getValueAtPercentile(50) / 1000.0,
                "save-p99",
                saving.getValueAtPercentile(99) / 1000.0,
                "heap",
                heap,
                "unsent",
                unsent);
    }

    /// The relay is at the last of them.
    private void awaitSent(List<UUID> saved) {
        var pending = Filters.and(Filters.in("_id", saved), PENDING);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (parcels().find(pending).first() != null && System.nanoTime() < deadline)
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    private long waiting() {
        return parcels().countDocuments(PENDING);
    }

    private void put(int number, boolean pending) {
        var justLeft = Date.from(Instant.now().minus(Duration.ofSeconds(6))); // older than what belongs to the relay
        var seed = ThreadLocalRandom.current().nextLong();
        var all = ids(seed, number).stream()
                .map(id -> parcel(id, justLeft, pending))
                .toList();
        parcels().insertMany(all, new InsertManyOptions().ordered(false));
        if (pending) left.add(new Left(justLeft, seed, number));
    }

    private static Document parcel(UUID id, Date at, boolean pending) {
        var parcel = new Document("_id", id)
                .append("name", "Łukasz Żółć-Muster")
                .append("email", "lukasz.muster@example.org")
                .append("at", at)
                .append("version", 1L)
                .append("sequence", 1L)
                .append("outbox", List.of())
                .append("_class", "parcel");
        if (!pending) return parcel;
        var event = new Document("topic", OurRelay.TOPIC)
                .append("sequence", 1L)
                .append("type", OurRelay.TYPE)
                .append("time", at)
                .append("payload", "{\"parcelId\":\"%s\"}".formatted(id));
        return parcel.append("outbox", List.of(event)).append(PENDING_SINCE, at);
    }

    private MongoCollection<Document> parcels() {
        return context.getBean(MongoOperations.class).getCollection("parcels");
    }
}
