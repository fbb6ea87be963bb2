package thami.cohort.planning;

import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;

import java.time.Clock;
import java.time.ZoneOffset;

/// The use cases of planning, for tests of what depends on them.
public final class Planning {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private Planning() {}

    public static ChangeCohort change(Cohorts cohorts, SeatAllocation seats) {
        return new ChangeCohort(cohorts, seats, AT_NOON);
    }

    public static CancelCohort cancel(Cohorts cohorts, SeatAllocation seats) {
        return new CancelCohort(cohorts, seats, AT_NOON);
    }

    public static void publish(Cohorts cohorts, Plan plan) {
        var cohort = Cohort.plan(COHORT, "key", plan);
        cohort.publish(NOON);
        cohorts.save(cohort);
    }

    public static void cancel(Cohorts cohorts) {
        var cohort = cohorts.get(COHORT);
        cohort.cancel("Beispiel: zu wenige Anmeldungen", NOON);
        cohorts.save(cohort);
    }

    public static void change(Cohorts cohorts, Plan changed) {
        var cohort = cohorts.get(COHORT);
        cohort.change(changed, NOON);
        cohorts.save(cohort);
    }

    public static Cohort published(Cohorts cohorts, SeatAllocation allocation, int seats) {
        cohorts.save(Cohort.plan(COHORT, "key", plan(seats)));
        return new PublishCohort(cohorts, allocation, AT_NOON).publish(COHORT);
    }
}
