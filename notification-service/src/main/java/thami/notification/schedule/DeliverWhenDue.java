package thami.notification.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import thami.delivery.StoreReadiness;
import thami.notification.DeliverNotification;
import thami.notification.DeliverNotification.Claim;
import thami.notification.Delivery;
import thami.notification.Due;
import thami.notification.Mailer;
import thami.notification.Notification;
import thami.notification.Notifications;
import thami.notification.Postbox;
import thami.notification.Round;

/// Delivers what is put into the postbox at once, and what is found due by an index every few seconds.
///
/// Any number of instances may do this side by side: a notification is claimed before it is sent. On the way
/// down a sender finishes the mail that it has in hand.
@Component
class DeliverWhenDue implements Postbox, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliverWhenDue.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeliverNotification delivering;
    private final Notifications notifications;
    private final Mailer mailer;
    private final StoreReadiness store;
    private final DeliveryFigures figures;
    private final Clock clock;
    private final int senders;
    private final Duration sweepEvery;
    private final DueQueue queue;
    private final Lock trial = new ReentrantLock();
    private final List<Thread> threads = new ArrayList<>();
    private final Duration finishWithin;
    private volatile Instant end = Instant.MAX;
    private volatile boolean running;

    DeliverWhenDue(
            DeliverNotification delivering,
            Notifications notifications,
            Mailer mailer,
            StoreReadiness store,
            DeliveryFigures figures,
            Clock clock,
            @Value("${thami.notification.senders:2}") int senders,
            @Value("${thami.notification.sweep-every:2s}") Duration sweepEvery,
            @Value("${thami.notification.finish-within:15s}") Duration finishWithin) {
        this.delivering = delivering;
        this.notifications = notifications;
        this.mailer = mailer;
        this.store = store;
        this.figures = figures;
        this.clock = clock;
        this.senders = senders;
        this.sweepEvery = sweepEvery;
        this.finishWithin = finishWithin;
        this.queue = new DueQueue(senders);
    }

    @Override
    public void put(Notification due) {
        queue.put(Due.stored(due));
    }

    /// Delivers what is put into the queue, one after the other.
    private void deliver() {
        while (running) {
            try {
                var some = queue.take();
                while (!some.isEmpty() && canDeliver()) deliver(some);
            } catch (RuntimeException | Error later) { // a sender that ended would be missing for ever
                log.warn(
                        "What a sender had in hand stays due: {}",
                        later.getClass().getName());
            }
        }
    }

    /// What is in hand while this is not so is found due later.
    private boolean canDeliver() {
        return running && mailer.isReady() && store.isReady();
    }

    /// At least one of them, and the others as long as what was asked is fresh.
    private void deliver(Queue<Due> some) {
        try {
            var round = delivering.prepare(some);
            do deliver(some.remove(), round);
            while (!some.isEmpty() && canDeliver() && !delivering.isOver(round));
        } catch (DataAccessException outage) {
            stayDue(some, outage);
            some.clear();
        } catch (RuntimeException | Error oneOfThem) {
            if (some.size() > 1) eachAlone(some);
            else stayDue(some, oneOfThem);
            some.clear();
        }
    }

    /// A document that cannot be read must not hold up its neighbours.
    private void eachAlone(Queue<Due> some) {
        while (!some.isEmpty()) deliver(new ArrayDeque<>(List.of(some.remove())));
    }

    private void deliver(Due due, Round round) {
        try {
            if (mailer.isOnTrial()) tryOut(due, round);
            else claimAndSend(due, round);
        } catch (RuntimeException | Error later) {
            stayDue(List.of(due), later);
        }
    }

    /// One sender at a time: what the others have in hand would cost an attempt for nothing, and stays due.
    private void tryOut(Due due, Round round) {
        if (!trial.tryLock()) return;
        try {
            claimAndSend(due, round);
        } finally {
            trial.unlock();
        }
    }

    private void claimAndSend(Due due, Round round) {
        delivering.claim(due, round).ifPresent(this::send);
    }

    private static void stayDue(Iterable<Due> some, Throwable later) {
        for (var due : some)
            log.warn(
                    "Notification {} stays due: {}",
                    due.id().value(),
                    later.getClass().getName());
    }

    private void send(Claim claim) {
        var delivery = delivering.send(claim);
        figures.count(claim, delivery);
        record(claim, delivery);
        queue.noteSent();
    }

    /// The mail is out: forgetting that would send it again. So this tries until the store takes it, or the
    /// lease is over, or the service has to end: then it is sent again, under the same Message-ID.
    private void record(Claim claim, Delivery delivery) {
        var leaseEnds = clock.instant().plus(DeliverNotification.LEASE);
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                delivering.record(claim, delivery);
                return;
            } catch (DataAccessException notNow) {
                if (isTooLate(leaseEnds)) throw notNow;
                pause(pause);
            }
        }
    }

    private boolean isTooLate(Instant leaseEnds) {
        var now = clock.instant();
        return now.isAfter(leaseEnds) || now.isAfter(end);
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /// Finds what no hint led to: after a crash, a pause, a full queue.
    private void sweep() {
        while (running) {
            try {
                if (store.isReady()) look();
            } catch (RuntimeException | Error later) { // nobody else would look again
                log.warn("Due notifications not looked up: {}", later.getClass().getName());
            }
            awaitNextLook();
        }
    }

    private void look() {
        try {
            figures.update();
        } finally { // what cannot be counted can still be delivered
            refill();
        }
    }

    private void refill() {
        if (mailer.isReady() && queue.isEmpty()) queue.refill(notifications.due(clock.instant(), DueQueue.LONGEST));
    }

    private void awaitNextLook() {
        try {
            queue.awaitEmptied(sweepEvery);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (running) return;
        end = Instant.MAX;
        running = true;
        for (var sender = 1; sender <= senders; sender++)
            threads.add(Thread.ofVirtual().name("sender-" + sender).start(this::deliver));
        threads.add(Thread.ofVirtual().name("due").start(this::sweep));
    }

    /// One end for all threads together: with the relay after it, the whole service takes its 20 seconds.
    @Override
    public synchronized void stop() {
        end = clock.instant().plus(finishWithin);
        running = false;
        threads.getLast().interrupt(); // senders end by themselves, with the mail in hand
        threads.forEach(this::await);
        threads.clear();
    }

    private void await(Thread thread) {
        try {
            thread.join(Duration.between(clock.instant(), end));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
