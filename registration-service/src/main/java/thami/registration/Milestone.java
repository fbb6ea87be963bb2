package thami.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the way an application has gone.
///
/// @param position on the waiting list at that moment
public record Milestone(Kind kind, Instant at, @Nullable Integer position) {

    public enum Kind {
        SUBMITTED,
        WAITLISTED,
        ADMITTED,
        DECLINED,
        REOPENED,
        WITHDRAWN,
        CERTIFIED
    }

    Milestone(Kind kind, Instant at) {
        this(kind, at, null);
    }
}
