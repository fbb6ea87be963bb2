package thami.delivery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/// Creates the declared indexes on first contact with the store, trying until it answers.
final class IndexCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexCreation.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final MongoOperations mongo;
    private final List<IndexPlan> plans;
    private final List<String> aggregates;
    private final StoreReadiness readiness;
    private volatile boolean running;
    private @Nullable Thread worker;

    IndexCreation(MongoOperations mongo, List<IndexPlan> plans, List<String> aggregates, StoreReadiness readiness) {
        this.mongo = mongo;
        this.plans = plans;
        this.aggregates = aggregates;
        this.readiness = readiness;
    }

    void create() {
        var pendingSince = new Index().on("outboxPendingSince", Direction.ASC).sparse();
        aggregates.forEach(collection -> create(collection, "outboxPendingSince", pendingSince));
        plans.forEach(plan -> plan.declare(this::declarations));
    }

    private IndexPlan.Collection declarations(String collection) {
        return new IndexPlan.Collection() {
            @Override
            public IndexPlan.Collection index(String name, Index index) {
                create(collection, name, index);
                return this;
            }
        };
    }

    private void create(String collection, String name, Index index) {
        mongo.indexOps(collection).createIndex(index.named(name));
    }

    private void work() {
        var complaint = "";
        while (running) {
            try {
                create();
                readiness.ready();
                return;
            } catch (RuntimeException | Error notYet) { // a thread that ended would leave the service at 503
                if (!complaint.equals(notYet.toString())) log.warn("Indexes not created yet: {}", notYet.toString());
                complaint = notYet.toString();
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("indexes").start(this::work);
    }

    @Override
    public int getPhase() {
        return -1; // before relay, listeners and web server
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
