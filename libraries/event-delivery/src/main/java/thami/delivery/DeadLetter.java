package thami.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record that this service could not handle and has put aside.
///
/// @param id topic, partition and offset on the dead-letter topic: `cohort.intakes.v1.registration-service.dlt:3:41`
/// @param topic where it came from
/// @param cause why it was put aside; never quotes the data
/// @param replayedAt when its handler last took it, if ever
/// @param replays each time it was handed over once more, taken or not; oldest first
public record DeadLetter(
        String id,
        String topic,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String cause,
        @Nullable String failedAt,
        @Nullable Instant replayedAt,
        List<Replay> replays) {

    /// @param replacedBySha256 of the data that were handed over in place of its own; absent: its own were
    public record Replay(
            Instant at, ReplayedBy replayedBy, @Nullable String replacedBySha256) {}

    /// A person: the subject alone is unique only within its issuer.
    public record ReplayedBy(String issuer, String sub) {}
}
