package thami.cohort.participation;

import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Period;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;

/// What was frozen the day a person was enrolled: the name to print, and what has to be completed by which rules.
public record Enrolment(
        CohortId cohort,
        Title title,
        Programme programme,
        String name,
        Curriculum curriculum,
        Period period,
        boolean sample) {

    static Enrolment in(Cohort cohort, String name) {
        var plan = cohort.plan();
        return new Enrolment(
                cohort.id(), plan.title(), plan.programme(), name, plan.curriculum(), plan.period(), plan.sample());
    }
}
