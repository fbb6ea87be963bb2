package thami.cohort.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.cohort.planning.CohortEvent;
import thami.cohort.planning.CohortEvent.CallChanged;
import thami.cohort.planning.CohortEvent.CallClosed;
import thami.cohort.planning.CohortEvent.CallPublished;
import thami.cohort.planning.CohortEvent.CohortCancelled;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Plan;
import thami.delivery.Announcement;
import thami.delivery.Announcements;

/// What the others are told about calls.
@Component
class CohortAnnouncements implements Announcements<CohortEvent> {

    @Override
    public String topic() {
        return "cohort.cohorts.v1";
    }

    @Override
    public Announcement of(CohortEvent event) {
        return switch (event) {
            case CallPublished(var id, var plan, var at) ->
                new Announcement("thami.cohort.call-published.v1", at, CallV1.of(id, plan, at, null));
            case CallChanged(var id, var plan, var at) ->
                new Announcement("thami.cohort.call-changed.v1", at, CallV1.of(id, plan, null, at));
            case CallClosed(var id, var at) ->
                new Announcement("thami.cohort.call-closed.v1", at, new CallClosedV1(id.value(), at));
            case CohortCancelled(var id, var reason, var at) ->
                new Announcement("thami.cohort.cohort-cancelled.v1", at, new CohortCancelledV1(id.value(), reason, at));
        };
    }

    /// The whole call, as `call-published` and `call-changed` carry it.
    record CallV1(
            UUID callId,
            Wire.Title title,
            Wire.Programme programme,
            List<String> targetGroups,
            Instant opensAt,
            Instant closesAt,
            LocalDate startsOn,
            LocalDate endsOn,
            String place,
            Wire.@Nullable Fee fee,
            int seats,
            boolean sample,
            @Nullable Instant publishedAt,
            @Nullable Instant changedAt) {

        static CallV1 of(CohortId id, Plan plan, @Nullable Instant publishedAt, @Nullable Instant changedAt) {
            return new CallV1(
                    id.value(),
                    Wire.Title.of(plan.title()),
                    Wire.Programme.of(plan.programme()),
                    plan.targetGroups(),
                    plan.window().opensAt(),
                    plan.window().closesAt(),
                    plan.period().startsOn(),
                    plan.period().endsOn(),
                    plan.place(),
                    Wire.Fee.of(plan.fee()),
                    plan.seats(),
                    plan.sample(),
                    publishedAt,
                    changedAt);
        }
    }

    record CallClosedV1(UUID callId, Instant closedAt) {}

    record CohortCancelledV1(UUID cohortId, String reason, Instant cancelledAt) {}
}
