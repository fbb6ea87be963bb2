package thami.delivery;

import org.jspecify.annotations.Nullable;

/// A record that breaks the contract: no number of attempts will make it readable, so it becomes a dead letter at once.
public final class UnreadableRecord extends RuntimeException {

    public UnreadableRecord(String reason) {
        this(reason, null);
    }

    UnreadableRecord(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
