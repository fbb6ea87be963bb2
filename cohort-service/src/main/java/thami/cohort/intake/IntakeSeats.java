package thami.cohort.intake;

import java.util.function.Consumer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.SeatAllocation;

/// Keeps the seats of an intake within its cohort's plan.
///
/// Two documents are never one write, so they change in this order: fewer seats, and a cancellation, are in the
/// intake before they are in the cohort; whatever else a plan changes, the intake takes over in the write of its next
/// decision. Nothing has to be done afterwards, so no crash can leave it undone.
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

    @Override
    public void limit(Cohort cohort) {
        write(cohort.id(), intake -> intake.limit(cohort.plan().seats(), cohort.version() + 1));
    }

    @Override
    public void withhold(Cohort cohort) {
        if (intakes.findById(cohort.id()).isEmpty()) return;
        write(cohort.id(), intake -> intake.expect(cohort.version() + 1));
    }

    /// Tried again when somebody decides at the same moment: that is no reason against fewer seats, or none.
    private void write(CohortId id, Consumer<Intake> change) {
        for (var attempt = 1; ; attempt++) {
            var intake = intakes.get(id);
            change.accept(intake);
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
    /// The cohort is read after the intake. So whoever takes seats from the plan or cancels meanwhile wrote the
    /// intake before, and the decision, made on an older intake, is not saved. Seats limited or withheld for a
    /// cohort that is not there yet are given again only after saving the cohort as it is: whoever wanted the other
    /// can then no longer save it.
    Intake ready(CohortId id) {
        var intake = intakes.get(id);
        var cohort = cohorts.get(id);
        if (intake.isAheadOf(cohort)) cohort = cohorts.save(cohort);
        return intake.following(cohort);
    }
}
