package thami.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import thami.delivery.OutboxStore.Pending;

/// What Kafka has acknowledged of late. A change that was read before the forgetting and saved after it brings an event
/// back into its outbox, and a forgetting may fail: either is then forgotten once more, not sent once more.
///
/// A short memory of one process: what it does not hold is sent again, and a repeat changes nothing. It compares the
/// whole event, so that another one which a restored document gives the same number is sent.
final class LastAcknowledged {

    private static final int HELD = 256;

    private final Map<Sent, Boolean> events = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sent, Boolean> eldest) {
            return size() > HELD;
        }
    };

    synchronized void add(Pending pending, Outgoing event) {
        events.put(new Sent(pending, event), true);
    }

    synchronized boolean contains(Pending pending, Outgoing event) {
        return events.containsKey(new Sent(pending, event));
    }

    private record Sent(Pending pending, Outgoing event) {}
}
