package thami.cohort.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import thami.cohort.StaffMember;
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
    Map<ParticipationId, Optional<? extends RuntimeException>> complete(
            CohortId cohort, ModuleId module, List<ParticipationId> all, LocalDate on, StaffMember by) {
        module(cohort, module);
        var results = new LinkedHashMap<ParticipationId, Optional<? extends RuntimeException>>();
        for (var id : all) results.computeIfAbsent(id, _ -> completeOne(cohort, module, id, on, by));
        return results;
    }

    /// Who was overtaken is told so, like who is refused: the others are recorded already.
    private Optional<? extends RuntimeException> completeOne(
            CohortId cohort, ModuleId module, ParticipationId id, LocalDate on, StaffMember by) {
        try {
            return Attempts.of(() -> completion.completeIn(cohort, module, id, on, by));
        } catch (OptimisticLockingFailureException overtaken) {
            return Optional.of(overtaken);
        }
    }

    CourseModule module(CohortId cohort, ModuleId module) {
        return cohorts.get(cohort)
                .plan()
                .curriculum()
                .module(module)
                .orElseThrow(() -> new NoSuchModule(cohort, module));
    }
}
