package thami.cohort.intake;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.SeatAllocation;

/// Keeps the seats of an intake within its cohort's plan.
///
/// Two documents are never one write, so they change in this order: fewer seats are in the intake before they are in
/// the plan; whatever else a plan changes, the intake takes over in the write of its next decision. Nothing has to be
/// done afterwards, so no crash can leave it undone.
@Service
class IntakeSeats implements SeatAllocation {

    private static final int MOST_ATTEMPTS = 20;

    private final Intakes intakes;
    private final Cohorts cohorts;

    IntakeSeats(Intakes intakes, Cohorts cohorts) {
        this.intakes = intakes;
        this.cohorts = cohorts;
    }

    @Override
    public void open(Cohort cohort) {
        var plan = cohort.plan();
        var opened = intakes.addIfAbsent(Intake.open(cohort.id(), plan.title(), plan.seats()));
        if (opened.seats() > plan.seats()) limit(cohort);
    }

    /// Tried again when somebody decides at the same moment: that is no reason against fewer seats.
    @Override
    public void limit(Cohort cohort) {
        for (var attempt = 1; ; attempt++) {
            var intake = intakes.get(cohort.id());
            intake.limit(cohort.plan().seats(), cohort.version() + 1);
            try {
                intakes.save(intake);
                return;
            } catch (OptimisticLockingFailureException overtaken) {
                if (attempt == MOST_ATTEMPTS) throw overtaken;
            }
        }
    }

    /// The intake, ready for a decision by the plan that counts at this moment.
    ///
    /// The cohort is read after the intake. So seats that are taken from the plan meanwhile were taken from the
    /// intake before, and the decision, made on an older intake, is not saved. Seats limited for a plan that is not
    /// there yet are given again only after saving the cohort as it is: whoever wanted that plan can no longer save
    /// it then.
    Intake ready(CohortId id) {
        var intake = intakes.get(id);
        var cohort = cohorts.get(id);
        if (intake.isAheadOf(cohort)) cohort = cohorts.save(cohort);
        return intake.following(cohort);
    }
}
