package thami.cohort.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What staff need to know of a person to decide: no more is kept here, and no address.
///
/// @param reference the number the applicant was given, for calls and letters
public record Applicant(
        String name,
        String targetGroup,
        @Nullable String organisation,
        @Nullable String occupation,
        String reference,
        Instant submittedAt) {}
