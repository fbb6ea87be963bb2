package thami.delivery;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// The broker has not confirmed a record: it counts as not sent.
public final class NotAcknowledged extends RuntimeException {

    NotAcknowledged(String topic, @Nullable Throwable cause) {
        super("No acknowledgement from " + topic, cause);
    }

    /// Whether the record itself was refused (too large, not permitted), so that the next one may well be taken.
    boolean refusedForGood() {
        return getCause() instanceof org.apache.kafka.common.KafkaException
                && !(getCause() instanceof RetriableException);
    }
}
