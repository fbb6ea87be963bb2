package thami.cohort.planning;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Ends a call before its window does. Decisions on the applications that came in go on.
@Service
public class CloseCall {

    private final Cohorts cohorts;
    private final Clock clock;

    CloseCall(Cohorts cohorts, Clock clock) {
        this.cohorts = cohorts;
        this.clock = clock;
    }

    public Cohort close(CohortId id) {
        var cohort = cohorts.get(id);
        cohort.close(clock.instant());
        return cohorts.save(cohort);
    }
}
