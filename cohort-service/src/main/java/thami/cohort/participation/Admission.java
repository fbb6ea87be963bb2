package thami.cohort.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import thami.cohort.intake.LegalBasis;

/// That a seat was given: on which legal basis, by whom, when.
///
/// @param legalBasis as it is now
/// @param rebased who decided on it after the seat was given; absent: whoever gave the seat
public record Admission(
        LegalBasis legalBasis,
        Recorder by,
        Instant at,
        @Nullable Rebased rebased) {

    /// That another legal basis was decided on.
    public record Rebased(Recorder by, Instant at) {}

    /// When the last was decided.
    Instant decidedAt() {
        return rebased == null ? at : rebased.at();
    }
}
