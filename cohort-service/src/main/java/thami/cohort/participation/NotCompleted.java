package thami.cohort.participation;

import thami.cohort.planning.ModuleId;

/// What was never recorded cannot be taken back.
public final class NotCompleted extends CompletionRefused {

    NotCompleted(ParticipationId id, ModuleId module) {
        super(id.value() + ": " + module.value());
    }
}
