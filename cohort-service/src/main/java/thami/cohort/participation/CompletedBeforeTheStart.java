package thami.cohort.participation;

import java.time.LocalDate;

/// No module is completed before the cohort began.
public final class CompletedBeforeTheStart extends CompletionRefused {

    CompletedBeforeTheStart(ParticipationId id, LocalDate on) {
        super(id.value() + ": " + on);
    }
}
