package thami.cohort.planning;

import java.util.Set;

/// The plan contradicts itself; it says in which ways.
public final class FlawedPlan extends RuntimeException {

    private final Set<PlanFlaw> flaws;

    FlawedPlan(Set<PlanFlaw> flaws) {
        super(flaws.toString());
        this.flaws = Set.copyOf(flaws);
    }

    public Set<PlanFlaw> flaws() {
        return flaws;
    }
}
