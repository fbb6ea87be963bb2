package thami.benchmarks.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/// Many parcels that are long done, and some that a crash has left: what the sweeper has to find them among.
record Depot(ApplicationContext context) {

    private static final int PAGE = 1_000;

    /// Brings the number of those that are done to this many.
    Map<String, Double> store(int parcels) {
        var stored = parcels().estimatedDocumentCount();
        for (var left = parcels - stored; left > 0; left -= PAGE) put((int) Math.min(PAGE, left), false);
        return Map.of("stored", (double) parcels().estimatedDocumentCount());
    }

    /// The sweeper's own looks during so many seconds, as the driver has timed them.
    Map<String, Double> sweeps(int seconds) {
        var before = looks();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        var after = looks();
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
        for (var left = parcels; left > 0; left -= PAGE) put(Math.min(PAGE, left), true);
        var began = System.nanoTime();
        var deadline = began + TimeUnit.MINUTES.toNanos(5);
        while (parcels().find(Filters.gt("outboxPendingSince", new Date(0))).first() != null
                && System.nanoTime() < deadline) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return Map.of("seconds", (System.nanoTime() - began) / 1e9);
    }

    /// Brings the number of those that wait to about this many, although the sweeper is at them meanwhile.
    Map<String, Double> leave(int parcels) {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        for (var waiting = waiting(); waiting < 0.99 * parcels; waiting = waiting()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("The sweeper is faster than the filling");
            for (var left = parcels - waiting; left > 0; left -= PAGE) put((int) Math.min(PAGE, left), true);
        }
        return Map.of("pending", (double) waiting());
    }

    /// How long the sweeper takes for so many of all that wait, while somebody else saves 50 documents a second.
    Map<String, Double> among(int parcels, Runnable save) {
        var sent = context.getBean(MeterRegistry.class).counter("thami.outbox.sent");
        var saving = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        var began = System.nanoTime();
        var deadline = began + TimeUnit.MINUTES.toNanos(5);
        var already = sent.count();
        while (sent.count() - already < parcels && System.nanoTime() < deadline) {
            var before = System.nanoTime();
            save.run();
            saving.recordValue((System.nanoTime() - before) / 1000);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var runtime = Runtime.getRuntime();
        return Map.of(
                "seconds",
                seconds,
                "save-p50",
                saving.getValueAtPercentile(50) / 1000.0,
                "save-p99",
                saving.getValueAtPercentile(99) / 1000.0,
                "heap",
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }

    private long waiting() {
        return parcels().countDocuments(Filters.gt("outboxPendingSince", new Date(0)));
    }

    private void put(int number, boolean pending) {
        var justLeft = Date.from(Instant.now().minus(Duration.ofSeconds(6))); // older than what belongs to the relay
        var all = new ArrayList<Document>();
        for (var i = 0; i < number; i++) all.add(parcel(justLeft, pending));
        parcels().insertMany(all, new InsertManyOptions().ordered(false));
    }

    private static Document parcel(Date at, boolean pending) {
        var id = UUID.randomUUID();
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
        return parcel.append("outbox", List.of(event)).append("outboxPendingSince", at);
    }

    private MongoCollection<Document> parcels() {
        return context.getBean(MongoOperations.class).getCollection("parcels");
    }
}
