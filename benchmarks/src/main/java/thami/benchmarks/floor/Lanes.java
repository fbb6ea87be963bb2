package thami.benchmarks.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import thami.benchmarks.Failures;

/// Sends what lies in outboxes and forgets it there: off the threads of requests, in order for each subject, as many
/// side
/// by side as the system's relay.
final class Lanes {

    private static final int NUMBER = 16;

    private record Outgoing(String collection, UUID document, UUID subject, Document event) {}

    private final Writes writes;
    private final Records records;
    private final List<LinkedBlockingQueue<Outgoing>> lanes = new ArrayList<>();

    Lanes(Writes writes, Records records) {
        this.writes = writes;
        this.records = records;
        for (var i = 0; i < NUMBER; i++) {
            var lane = new LinkedBlockingQueue<Outgoing>();
            lanes.add(lane);
            Thread.ofVirtual().start(() -> work(lane));
        }
    }

    void relay(String collection, UUID document, UUID subject, Document event) {
        lanes.get(Math.floorMod(subject.hashCode(), NUMBER)).add(new Outgoing(collection, document, subject, event));
    }

    private void work(LinkedBlockingQueue<Outgoing> lane) {
        while (true) {
            try {
                var next = lane.take();
                records.send(next.subject, next.event);
                writes.forget(next.collection, next.document, next.event.getLong("sequence"));
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failed) {
                Failures.note(failed);
            }
        }
    }
}
