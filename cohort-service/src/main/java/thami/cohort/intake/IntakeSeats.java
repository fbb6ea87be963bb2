package thami.cohort.intake;

import org.springframework.stereotype.Service;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Plan;
import thami.cohort.planning.SeatAllocation;

/// Keeps the seats of an intake those of its cohort's plan.
@Service
class IntakeSeats implements SeatAllocation {

    private final Intakes intakes;

    IntakeSeats(Intakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public void open(Cohort cohort) {
        var plan = cohort.plan();
        intakes.addIfAbsent(Intake.open(cohort.id(), plan.title(), plan.seats()));
        adopt(cohort.id(), plan);
    }

    @Override
    public void adopt(CohortId cohort, Plan plan) {
        var intake = intakes.get(cohort);
        if (intake.title().equals(plan.title()) && intake.seats() == plan.seats()) return;
        intake.adopt(plan.title(), plan.seats());
        intakes.save(intake);
    }
}
