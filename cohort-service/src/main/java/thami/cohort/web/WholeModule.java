package thami.cohort.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thami.cohort.StaffMember;
import thami.cohort.participation.CompletionRefused;
import thami.cohort.participation.NoSuchModule;
import thami.cohort.participation.ParticipationId;
import thami.cohort.participation.RecordCompletion;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.CourseModule;
import thami.cohort.planning.ModuleId;

/// Records one module for many participants: one command after the other, each with a result of its own.
@Component
class WholeModule {

    static final int MOST_AT_ONCE = 500;

    private final RecordCompletion completion;
    private final Cohorts cohorts;

    WholeModule(RecordCompletion completion, Cohorts cohorts) {
        this.completion = completion;
        this.cohorts = cohorts;
    }

    /// @throws NoSuchModule before anything is recorded
    Map<ParticipationId, Optional<CompletionRefused>> complete(
            CohortId cohort, ModuleId module, List<ParticipationId> all, LocalDate on, StaffMember by) {
        module(cohort, module);
        var results = new LinkedHashMap<ParticipationId, Optional<CompletionRefused>>();
        for (var id : all)
            results.computeIfAbsent(id, _ -> Attempts.of(() -> completion.completeIn(cohort, module, id, on, by)));
        return results;
    }

    CourseModule module(CohortId cohort, ModuleId module) {
        return cohorts.get(cohort)
                .plan()
                .curriculum()
                .module(module)
                .orElseThrow(() -> new NoSuchModule(cohort, module));
    }
}
