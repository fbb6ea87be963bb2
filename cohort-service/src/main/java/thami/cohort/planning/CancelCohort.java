package thami.cohort.planning;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Calls a cohort off, with a reason that staff read. People are told that it is so, not why.
///
/// Whoever gives its seats is told first, so that nobody is admitted by what they read before; the save of the cohort
/// alone cancels it.
@Service
public class CancelCohort {

    private final Cohorts cohorts;
    private final SeatAllocation seats;
    private final Clock clock;

    CancelCohort(Cohorts cohorts, SeatAllocation seats, Clock clock) {
        this.cohorts = cohorts;
        this.seats = seats;
        this.clock = clock;
    }

    public Cohort cancel(CohortId id, String reason) {
        var cohort = cohorts.get(id);
        if (cohort.isCancelled()) return cohort;
        cohort.cancel(reason, clock.instant());
        seats.withhold(cohort);
        return cohorts.save(cohort);
    }
}
