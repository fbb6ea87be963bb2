package thami.cohort.participation;

import thami.cohort.planning.ModuleId;

/// The entry that was to be taken back is no longer there, another one is.
public final class RecordedMeanwhile extends CompletionRefused {

    RecordedMeanwhile(ParticipationId id, ModuleId module) {
        super(id.value() + ": " + module.value());
    }
}
