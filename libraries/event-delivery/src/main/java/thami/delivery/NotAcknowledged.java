package thami.delivery;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/// The broker has not confirmed a record: it counts as not sent.
public final class NotAcknowledged extends RuntimeException {

    NotAcknowledged(String topic, @Nullable Throwable cause) {
        super("No acknowledgement from " + topic, cause);
    }

    /// Whether the record itself was refused (too large, not permitted), so that the next one may well be taken. A
    /// login
    /// that is refused, or a producer that cannot be made, concerns all of them.
    boolean refusedForGood() {
        return switch (getCause()) {
            case RecordTooLargeException _, RecordBatchTooLargeException _, SerializationException _ -> true;
            case InvalidRecordException _, InvalidTopicException _, PolicyViolationException _ -> true;
            case TopicAuthorizationException _ -> true;
            case null, default -> false;
        };
    }
}
