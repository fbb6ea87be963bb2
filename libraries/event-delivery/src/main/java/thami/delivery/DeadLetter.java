package thami.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record that this service could not handle and has put aside.
///
/// @param id topic, partition and offset on the dead-letter topic: `cohort.intakes.v1.registration-service.dlt:3:41`
/// @param topic where it came from
/// @param cause why it was put aside; never quotes the data
/// @param replayedAt when its handler last took it, if ever
public record DeadLetter(
        String id,
        String topic,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String cause,
        @Nullable String failedAt,
        @Nullable Instant replayedAt) {}
