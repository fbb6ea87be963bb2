package thami.web.session;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/// Removes sessions that have expired. A document store of production would do it by a TTL index; the embedded
/// one cannot, and sweeping twice does no harm.
class SessionSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionSweeper.class);
    private static final String EXPIRY = "expireAt"; // the field that mongodb-spring-session writes

    private final MongoOperations store;
    private final Clock clock;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService worker;
    private boolean indexed;

    SessionSweeper(MongoOperations store, Clock clock, Duration every) {
        this.store = store;
        this.clock = clock;
        this.every = every;
    }

    /// How many were removed.
    long sweep() {
        var sessions = store.getCollection(SessionAutoConfiguration.COLLECTION);
        if (!indexed) {
            sessions.createIndex(Indexes.ascending(EXPIRY), new IndexOptions().name("expiry"));
            indexed = true;
        }
        return sessions.deleteMany(Filters.lt(EXPIRY, Date.from(clock.instant())))
                .getDeletedCount();
    }

    private void sweepOrTryLater() {
        try {
            sweep();
        } catch (RuntimeException unreachable) {
            log.debug("Expired sessions stay until the store is back", unreachable);
        }
    }

    @Override
    public void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("session-sweeper").factory());
        var seconds = Math.max(1, every.toSeconds());
        threads.scheduleWithFixedDelay(this::sweepOrTryLater, Math.min(30, seconds), seconds, TimeUnit.SECONDS);
        worker = threads;
    }

    @Override
    public void stop() {
        var running = worker;
        if (running != null) running.shutdownNow();
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
