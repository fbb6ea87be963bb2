package thami.cohort.planning;

import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;

/// A cohort in its fullest shape, for the example of how it is stored.
public final class StoredCohort {

    private StoredCohort() {}

    public static Cohort sample() {
        var cohort = Cohort.plan(COHORT, "fingerprint of the request", plan());
        cohort.publish(NOON);
        cohort.close(NOON);
        cohort.cancel("Beispiel: zu wenige Anmeldungen", NOON);
        return cohort;
    }
}
