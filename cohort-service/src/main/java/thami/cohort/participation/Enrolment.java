package thami.cohort.participation;

import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Curriculum;
import thami.cohort.planning.Period;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Programme;
import thami.cohort.planning.Title;

/// What a certificate will say of a person who was enrolled, and what has to be completed by which rules.
public record Enrolment(
        CohortId cohort,
        Title title,
        Programme programme,
        String name,
        Curriculum curriculum,
        Period period,
        boolean sample) {

    boolean isPlannedAs(Plan plan) {
        return title.equals(plan.title()) && period.equals(plan.period());
    }

    Enrolment replanned(Replanned now) {
        return new Enrolment(cohort, now.title(), programme, name, curriculum, now.period(), sample);
    }

    /// What a cohort may be called, and when it may be, after people were enrolled; the rest of it stands.
    record Replanned(Title title, Period period) {
        static Replanned as(Plan plan) {
            return new Replanned(plan.title(), plan.period());
        }
    }

    static Enrolment in(Cohort cohort, String name) {
        var plan = cohort.plan();
        return new Enrolment(
                cohort.id(), plan.title(), plan.programme(), name, plan.curriculum(), plan.period(), plan.sample());
    }
}
