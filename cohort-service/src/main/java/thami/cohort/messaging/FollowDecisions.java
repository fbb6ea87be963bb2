package thami.cohort.messaging;

import java.util.UUID;
import org.springframework.stereotype.Component;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.FollowIntake;
import thami.cohort.intake.Standing;
import thami.delivery.Fact;

/// The candidate's standing follows what its intake decided.
@Component
class FollowDecisions {

    private final FollowIntake follow;

    FollowDecisions(FollowIntake follow) {
        this.follow = follow;
    }

    void waitlisted(Fact<Decided> fact) {
        follow(fact, Standing.WAITLISTED);
    }

    void declined(Fact<Decided> fact) {
        follow(fact, Standing.DECLINED);
    }

    void undone(Fact<Decided> fact) {
        follow(fact, Standing.WAITING);
    }

    private void follow(Fact<Decided> fact, Standing standing) {
        follow.decided(new CandidateId(fact.view().applicationId), standing, fact.sequence());
    }

    record Decided(UUID applicationId) {}
}
