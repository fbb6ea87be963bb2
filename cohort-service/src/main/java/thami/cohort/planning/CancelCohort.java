package thami.cohort.planning;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Calls a cohort off, with a reason that staff read. People are told that it is so, not why.
@Service
public class CancelCohort {

    private final Cohorts cohorts;
    private final Clock clock;

    CancelCohort(Cohorts cohorts, Clock clock) {
        this.cohorts = cohorts;
        this.clock = clock;
    }

    public Cohort cancel(CohortId id, String reason) {
        var cohort = cohorts.get(id);
        cohort.cancel(reason, clock.instant());
        return cohorts.save(cohort);
    }
}
