package thami.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import thami.delivery.OutboxStore.Pending;

/// Empties outboxes into Kafka, off the threads of requests.
///
/// One lane per aggregate, so that its events keep their order; many aggregates side by side. A crash between the
/// acknowledgement and the forgetting sends again, with the same `ce_id`; nothing is ever forgotten unacknowledged.
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final OutboxStore store;
    private final EventSender sender;
    private final Counter sent;
    private final Counter failed;
    private final Duration ours;
    private final LastAcknowledged acknowledged = new LastAcknowledged();
    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean running;

    /// @param ours how long after the save nobody else looks at it: what was handed over then still waits
    OutboxRelay(
            OutboxStore store, EventSender sender, MeterRegistry meters, Duration ours, int laneCount, int queueSize) {
        this.store = store;
        this.sender = sender;
        this.ours = ours;
        this.sent = meters.counter("thami.outbox.sent");
        this.failed = meters.counter("thami.outbox.failed");
        for (var i = 0; i < laneCount; i++) lanes.add(new Lane("outbox-lane-" + i, queueSize));
    }

    /// Asks for this document's outbox to be sent soon. A full queue is no loss: the sweeper finds it.
    ///
    /// @param staged what has just been saved, if that is all that waits there; spares reading it
    void offer(Pending pending, List<Outgoing> staged) {
        if (running) laneOf(pending).waiting.offer(new Request(pending, staged, System.nanoTime(), Completion.IGNORED));
    }

    /// Like `offer`, but waits for a place, and tells how it went.
    void submit(Pending pending, Completion completion) throws InterruptedException {
        if (!running || !laneOf(pending).waiting.offer(Request.of(pending, completion), 5, TimeUnit.SECONDS))
            completion.done(Outcome.UNAVAILABLE);
    }

    /// Sends a document's whole outbox in order, stopping at the first failure.
    Outcome drain(Pending pending) {
        return drain(pending, store.waiting(pending));
    }

    private Outcome drain(Pending pending, List<Outgoing> waiting) {
        var upTo = 0L;
        var outcome = Outcome.SENT;
        for (var outgoing : waiting) {
            try {
                if (!acknowledged.contains(pending, outgoing)) send(pending, outgoing);
                upTo = outgoing.sequence();
            } catch (NotAcknowledged failure) {
                failed.increment();
                outcome = failure.refusedForGood() ? Outcome.REFUSED : Outcome.UNAVAILABLE;
                log.warn(
                        "{} {} stays in its outbox: {}",
                        outgoing.type(),
                        pending.id(),
                        String.valueOf(failure.getCause()));
                break;
            }
        }
        if (upTo > 0) store.forget(pending, upTo);
        return outcome;
    }

    private void send(Pending pending, Outgoing outgoing) {
        sender.send(pending.id(), outgoing);
        acknowledged.add(pending, outgoing);
        sent.increment();
    }

    private Lane laneOf(Pending pending) {
        return lanes.get(Math.floorMod(pending.id().hashCode(), lanes.size()));
    }

    @Override
    public void start() {
        running = true; // before the workers start: they end when it is not
        lanes.forEach(Lane::start);
    }

    /// After the web server and the listeners (higher phases stop first): what they still saved goes out.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
        var deadline = System.nanoTime() + TO_FINISH.toNanos();
        lanes.forEach(lane -> lane.finish(Duration.ofNanos(deadline - System.nanoTime())));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    enum Outcome {
        SENT,
        /// The broker takes no record now, or none of this topic: little use in trying others.
        UNAVAILABLE,
        /// The broker refused this very record: an operator has to look.
        REFUSED
    }

    @FunctionalInterface
    interface Completion {
        Completion IGNORED = _ -> {};

        void done(Outcome outcome);
    }

    private record Request(Pending pending, List<Outgoing> staged, long at, Completion completion) {

        /// For a lane that has nothing to do: it looks whether it is to go on.
        static final Request WAKE_UP = of(new Pending("", new UUID(0, 0)), Completion.IGNORED);

        static Request of(Pending pending, Completion completion) {
            return new Request(pending, List.of(), System.nanoTime(), completion);
        }

        boolean isAllThatWaits(Duration ours) {
            return !staged.isEmpty() && System.nanoTime() - at < ours.toNanos();
        }
    }

    private final class Lane {

        private final String name;
        private final BlockingQueue<Request> waiting;
        private @Nullable Thread worker;

        Lane(String name, int queueSize) {
            this.name = name;
            this.waiting = new ArrayBlockingQueue<>(queueSize);
        }

        void start() {
            worker = Thread.ofVirtual().name(name).start(this::work);
        }

        void work() {
            try {
                for (var request = next(); request != null; request = next())
                    if (request != Request.WAKE_UP) request.completion.done(attempt(request));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private @Nullable Request next() throws InterruptedException {
            return running ? waiting.take() : waiting.poll();
        }

        private Outcome attempt(Request request) {
            try {
                return request.isAllThatWaits(ours) ? drain(request.pending, request.staged) : drain(request.pending);
            } catch (RuntimeException | Error trouble) { // a lane that ended would keep its documents for ever
                log.warn("Outbox of {} not read or cleared: {}", request.pending.id(), trouble.toString());
                return Outcome.UNAVAILABLE;
            }
        }

        void finish(Duration within) {
            waiting.offer(Request.WAKE_UP); // a full queue has no lane that sleeps
            try {
                if (worker != null && !worker.join(within)) worker.interrupt();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
