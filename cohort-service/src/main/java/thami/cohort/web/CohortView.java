package thami.cohort.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.cohort.planning.Cohort;

/// A cohort as JSON: its plan, and how far it has come.
record CohortView(
        UUID id,
        Cohort.Status status,
        @JsonUnwrapped PlanBody plan,
        @Nullable Instant closedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBecause) {

    static CohortView of(Cohort cohort) {
        return new CohortView(
                cohort.id().value(),
                cohort.status(),
                PlanBody.of(cohort.plan()),
                cohort.closedAt(),
                cohort.cancelledAt(),
                cohort.cancelledBecause());
    }
}
