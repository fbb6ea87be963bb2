package thami.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the cohort's staff decided about an application, as far as the applicant is told: never their
/// internal reason.
///
/// @param sequence its place among all decisions of the call; the highest counts
/// @param position on the waiting list when it was decided, if that is what was decided
public record Decision(
        long sequence,
        Outcome outcome,
        Instant at,
        @Nullable Integer position) {

    public enum Outcome {
        ADMITTED,
        WAITLISTED,
        DECLINED,
        /// An earlier decision was taken back: the application waits again.
        UNDONE
    }
}
