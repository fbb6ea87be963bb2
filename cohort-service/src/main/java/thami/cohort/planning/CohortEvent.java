package thami.cohort.planning;

import java.time.Instant;

/// What the public and the other services are told about a call. Changes carry the whole plan.
public sealed interface CohortEvent {

    record CallPublished(CohortId cohort, Plan plan, Instant at) implements CohortEvent {}

    record CallChanged(CohortId cohort, Plan plan, Instant at) implements CohortEvent {}

    record CallClosed(CohortId cohort, Instant at) implements CohortEvent {}

    record CohortCancelled(CohortId cohort, String reason, Instant at) implements CohortEvent {}
}
