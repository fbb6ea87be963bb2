package thami.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as it lies in its aggregate's document until Kafka has acknowledged it: already JSON, so that no class of
/// the service is needed to send it.
///
/// @param sequence 1, 2, 3 … per aggregate, without a gap
/// @param traceparent the W3C trace context of the request or record that raised it
record Outgoing(
        String topic,
        long sequence,
        String type,
        Instant time,
        String payload,
        @Nullable String traceparent) {

    Outgoing numbered(long sequence) {
        return new Outgoing(topic, sequence, type, time, payload, traceparent);
    }
}
