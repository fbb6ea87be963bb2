package thami.cohort.participation;

import thami.cohort.planning.ModuleId;

/// The module is none of those that this person has to complete.
public final class NotInTheCurriculum extends CompletionRefused {

    NotInTheCurriculum(ParticipationId id, ModuleId module) {
        super(id.value() + ": " + module.value());
    }
}
