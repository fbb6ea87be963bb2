package thami.cohort.planning;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Opens the call of a planned cohort. Its intake is there before anyone can learn of the call.
@Service
public class PublishCohort {

    private final Cohorts cohorts;
    private final SeatAllocation seats;
    private final Clock clock;

    PublishCohort(Cohorts cohorts, SeatAllocation seats, Clock clock) {
        this.cohorts = cohorts;
        this.seats = seats;
        this.clock = clock;
    }

    public Cohort publish(CohortId id) {
        var cohort = cohorts.get(id);
        if (cohort.status() == Cohort.Status.PUBLISHED) return cohort;
        cohort.publish(clock.instant());
        seats.open(cohort);
        return cohorts.save(cohort);
    }
}
