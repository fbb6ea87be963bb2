package thami.cohort.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.participation.FollowPlan;
import thami.cohort.planning.CohortId;

/// Whoever takes part follows when the cohort is moved or called otherwise. What the plan is then, it says itself.
@Component
class FollowPlanOnCallChanged {

    private final FollowPlan follow;

    FollowPlanOnCallChanged(FollowPlan follow) {
        this.follow = follow;
    }

    void on(CallChanged fact) {
        follow.follow(new CohortId(fact.callId), fact.changedAt);
    }

    record CallChanged(UUID callId, Instant changedAt) {}
}
