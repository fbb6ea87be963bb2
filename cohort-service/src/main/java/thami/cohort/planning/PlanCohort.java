package thami.cohort.planning;

import org.springframework.stereotype.Service;

/// Takes a new cohort into the plan. A repeat is answered with the first.
@Service
public class PlanCohort {

    private final Cohorts cohorts;

    PlanCohort(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /// @throws KeyReused when the id stands for another plan
    /// @throws FlawedPlan when the plan contradicts itself
    public Cohort plan(CohortId id, String fingerprint, Plan plan) {
        var cohort = cohorts.findById(id).orElseGet(() -> cohorts.addIfAbsent(Cohort.plan(id, fingerprint, plan)));
        if (!cohort.wasPlannedAs(fingerprint)) throw new KeyReused(id);
        return cohort;
    }
}
