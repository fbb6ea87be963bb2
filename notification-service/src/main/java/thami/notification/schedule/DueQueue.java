package thami.notification.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import thami.notification.Due;
import thami.notification.NotificationId;

/// What waits for a sender. What does not fit stays in the store, where it is found due; whoever empties the queue
/// asks for it.
final class DueQueue {

    static final int LONGEST = 1_000;

    private static final int MOST_AT_ONCE = 16; // that share their questions to the store
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final BlockingQueue<Due> waiting = new ArrayBlockingQueue<>(LONGEST);
    private final Semaphore wanted = new Semaphore(0);
    private final int senders;
    private volatile boolean more; // due, but not in here
    private volatile boolean moving; // something has been sent since the rest was asked for

    DueQueue(int senders) {
        this.senders = senders;
    }

    /// Never blocks: consumers call this.
    void put(Due due) {
        if (!waiting.offer(due)) more = true;
    }

    void refill(List<NotificationId> found) {
        more = found.size() >= LONGEST;
        found.forEach(id -> put(Due.found(id)));
    }

    void noteSent() {
        moving = true;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// A share of what is there, so that no sender is idle beside another with full hands; nothing if nothing comes.
    Queue<Due> take() {
        if (waiting.isEmpty() && more && moving) askForTheRest();
        var taken = new ArrayDeque<Due>();
        try {
            var first = waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) taken.add(first);
            waiting.drainTo(taken, Math.min(waiting.size() / senders, MOST_AT_ONCE - 1));
        } catch (InterruptedException stopping) {
            // nothing was taken
        }
        return taken;
    }

    /// Once for what was sent: while nothing can be, there is no hurry.
    private void askForTheRest() {
        moving = false;
        wanted.release();
    }

    /// Until it is emptied while more is due, at the longest for this time.
    void awaitEmptied(Duration atMost) throws InterruptedException {
        wanted.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        wanted.drainPermits(); // several may have asked
    }
}
