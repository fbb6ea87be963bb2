package thami.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import thami.delivery.OutboxRelay.Outcome;
import thami.delivery.OutboxStore.Found;

/// Finds what a crash, a full queue or an outage left in outboxes, and measures what waits there.
///
/// It looks at pending documents only (a sparse index), skips the last seconds, which belong to the relay, and leaves a
/// collection at the first sign that the broker takes nothing of it. It looks on from where it was: what was once sent
/// may stay in a store's index for long, and to pass it at every look would cost the more the more was ever sent.
final class OutboxSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);

    /// Looked at first, and handed over at once: what is saved meanwhile waits behind no more than that.
    private static final int SHARE = 200;

    /// Read at once of a backlog, ids and dates alone, some megabytes: a store that sorts all of it for each page does
    /// so
    /// the more seldom.
    private static final int PAGE = 50_000;

    /// It looks on from so long before the oldest that it saw: a save takes its time to come in, and another instance
    /// has another clock.
    private static final Duration LATE = Duration.ofSeconds(10);

    /// Every so many looks begin with the first there is: for what came in later than that.
    static final int WHOLE = 30;

    private final OutboxStore store;
    private final OutboxRelay relay;
    private final List<String> collections;
    private final Clock clock;
    private final Duration every;
    private final Duration grace;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final Map<String, Instant> oldest = new ConcurrentHashMap<>();
    private final Map<String, Instant> nothingBefore = new HashMap<>();
    private int looks;
    private volatile boolean running;
    private @Nullable Thread worker;

    OutboxSweeper(
            OutboxStore store,
            OutboxRelay relay,
            List<String> collections,
            Clock clock,
            MeterRegistry meters,
            Duration every,
            Duration grace) {
        this.store = store;
        this.relay = relay;
        this.collections = collections;
        this.clock = clock;
        this.every = every;
        this.grace = grace;
        for (var collection : collections) measure(collection, meters);
    }

    private void measure(String collection, MeterRegistry meters) {
        Gauge.builder("thami.outbox.size", () -> sizes.getOrDefault(collection, 0L))
                .description("Documents with events that Kafka has not acknowledged")
                .tag("collection", collection)
                .register(meters);
        Gauge.builder("thami.outbox.age", () -> ageOf(collection).toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .tag("collection", collection)
                .register(meters);
    }

    private Duration ageOf(String collection) {
        var since = oldest.get(collection);
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    void sweep() throws InterruptedException {
        if (looks++ % WHOLE == 0) nothingBefore.clear();
        for (var collection : collections) {
            var now = clock.instant();
            var from = nothingBefore.getOrDefault(collection, Instant.EPOCH).minus(LATE);
            var first = store.pending(collection, from, SHARE);
            nothingBefore.put(collection, earliest(first, now));
            note(collection, first);
            sweep(collection, first);
        }
    }

    private static Instant earliest(List<Found> first, Instant now) {
        if (first.isEmpty()) return now;
        var since = first.getFirst().since();
        return since.isBefore(now) ? since : now;
    }

    private void note(String collection, List<Found> first) {
        sizes.put(collection, first.size() < SHARE ? first.size() : store.size(collection));
        if (first.isEmpty()) oldest.remove(collection);
        else oldest.put(collection, first.getFirst().since());
    }

    private void sweep(String collection, List<Found> first) throws InterruptedException {
        var now = clock.instant();
        var page = first;
        var asked = SHARE;
        while (running) {
            var left = page.stream().filter(it -> isLeft(it, now)).toList();
            if (left.isEmpty() || !relayedInShares(left)) return;
            var last = page.getLast();
            if (left.size() < asked) return;
            asked = PAGE;
            page = store.pending(collection, last.since(), asked);
            if (page.isEmpty() || page.getLast().equals(last)) return;
        }
    }

    /// Older than what belongs to the relay, or of a time that has yet to come: saved by somebody with a clock that is
    /// ahead, who may have died since.
    private boolean isLeft(Found found, Instant now) {
        return !found.since().isAfter(now.minus(grace)) || found.since().isAfter(now.plus(grace));
    }

    private boolean relayedInShares(List<Found> page) throws InterruptedException {
        for (var from = 0; from < page.size(); from += SHARE)
            if (!relayed(page.subList(from, Math.min(from + SHARE, page.size())))) return false;
        return true;
    }

    private boolean relayed(List<Found> share) throws InterruptedException {
        var unavailable = new AtomicBoolean();
        var open = new CountDownLatch(share.size());
        for (var found : share) {
            if (unavailable.get()) return false;
            relay.submit(found.pending(), outcome -> {
                if (outcome == Outcome.UNAVAILABLE) unavailable.set(true);
                open.countDown();
            });
        }
        while (running && !unavailable.get()) {
            if (open.await(100, TimeUnit.MILLISECONDS)) return !unavailable.get();
        }
        return false;
    }

    private void work() {
        while (running) {
            try {
                sweep();
                Thread.sleep(every);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException | Error trouble) { // a sweeper that ended would leave everything
                log.warn("Outboxes not swept: {}", trouble.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(every);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("outbox-sweeper").start(this::work);
    }

    /// Started after the relay and stopped before it.
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
