package thami.cohort.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.cohort.participation.Completion;
import thami.cohort.participation.Participation;
import thami.cohort.planning.CourseModule;

/// A participation as JSON: what a trainer needs, so neither legal basis nor anything else of the application.
record ParticipationView(
        UUID id,
        UUID cohortId,
        String name,
        Participation.State state,
        int units,
        int unitsCompleted,
        List<ModuleView> modules) {

    static ParticipationView of(Participation participation) {
        return new ParticipationView(
                participation.id().value(),
                participation.cohort().value(),
                participation.enrolment().name(),
                participation.state(),
                participation.enrolment().curriculum().units(),
                participation.unitsCompleted(),
                participation.modules().stream()
                        .map(module -> ModuleView.of(
                                module, participation.completion(module.id()).orElse(null)))
                        .toList());
    }

    record ModuleView(
            UUID id,
            PlanBody.TitleBody title,
            int units,
            String provider,
            @Nullable LocalDate completedOn,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt) {

        static ModuleView of(CourseModule module, @Nullable Completion completion) {
            return new ModuleView(
                    module.id().value(),
                    PlanBody.TitleBody.of(module.title()),
                    module.units(),
                    module.provider(),
                    completion == null ? null : completion.on(),
                    completion == null ? null : completion.by().name(),
                    completion == null ? null : completion.at());
        }
    }
}
