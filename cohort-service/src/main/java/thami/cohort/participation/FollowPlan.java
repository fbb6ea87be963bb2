package thami.cohort.participation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

/// Brings the participations of a cohort up to its plan: postponing is a normal case, and certificates name title and
/// days.
///
/// The plan is read after the participations, and none is saved that somebody else has saved meanwhile. So none goes
/// back to an older plan, however late this is asked for and however often, and what a crash left is done then.
@Service
public class FollowPlan {

    private static final int AT_A_TIME = 100;

    private final Participations participations;
    private final Cohorts cohorts;

    FollowPlan(Participations participations, Cohorts cohorts) {
        this.participations = participations;
        this.cohorts = cohorts;
    }

    /// @param at when the plan was changed
    public void follow(CohortId cohort, Instant at) {
        for (var page = page(cohort, "");
                !page.isEmpty();
                page = page(cohort, page.getLast().order())) {
            var plan = cohorts.get(cohort).plan();
            for (var participation : page) if (participation.follow(plan, at)) participations.save(participation);
        }
    }

    private List<Participation> page(CohortId cohort, String after) {
        return participations.page(cohort, after, AT_A_TIME);
    }
}
