package thami.cohort.participation;

import java.time.LocalDate;

/// A module is completed today or earlier.
public final class CompletedInTheFuture extends CompletionRefused {

    CompletedInTheFuture(ParticipationId id, LocalDate on) {
        super(id.value() + ": " + on);
    }
}
