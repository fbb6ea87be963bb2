package thami.cohort.planning;

import java.time.Clock;
import org.springframework.stereotype.Service;

/// Changes the plan of a cohort, unless someone else changed it meanwhile.
///
/// Fewer seats are first agreed with whoever gives them; everything else is one save, since whoever gives seats reads
/// the plan before. Whatever fails in between, never more seats can be given than the plan names.
@Service
public class ChangeCohort {

    private final Cohorts cohorts;
    private final SeatAllocation seats;
    private final Clock clock;

    ChangeCohort(Cohorts cohorts, SeatAllocation seats, Clock clock) {
        this.cohorts = cohorts;
        this.seats = seats;
        this.clock = clock;
    }

    /// @param version the one the caller read
    /// @throws StaleChange when it is not the latest
    public Cohort change(CohortId id, long version, Plan changed) {
        var cohort = cohorts.get(id);
        if (cohort.version() != version) throw new StaleChange(id);
        var fewerSeats = changed.seats() < cohort.plan().seats();
        cohort.change(changed, clock.instant());
        if (fewerSeats && cohort.status() != Cohort.Status.PLANNED) seats.limit(cohort);
        return cohorts.save(cohort);
    }
}
