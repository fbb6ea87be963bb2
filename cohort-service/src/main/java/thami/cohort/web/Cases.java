package thami.cohort.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.Candidates;
import thami.cohort.intake.Intake;
import thami.cohort.intake.Intakes;
import thami.cohort.intake.Standing;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

/// Cases to read: candidates, each as its intake sees it at this moment.
@Component
class Cases {

    private static final int MOST_LOOK_ALIKES = 20;

    private final Candidates candidates;
    private final Intakes intakes;
    private final Cohorts cohorts;

    Cases(Candidates candidates, Intakes intakes, Cohorts cohorts) {
        this.candidates = candidates;
        this.intakes = intakes;
        this.cohorts = cohorts;
    }

    CandidateView one(CandidateId id) {
        var candidate = candidates.get(id);
        return one(candidate, intakes.get(candidate.cohort()));
    }

    CandidateView one(CandidateId id, Intake intake) {
        return one(candidates.get(id), intake);
    }

    private CandidateView one(Candidate candidate, Intake intake) {
        var alike = candidates.like(List.of(candidate), MOST_LOOK_ALIKES).stream()
                .map(other -> CandidateView.LookAlike.of(other, candidate, intake))
                .toList();
        return CandidateView.of(candidate, intake, alike);
    }

    /// A candidate on whom was decided a moment ago is left out of what waits, although it has not heard of it yet. Who
    /// has the certificate stays among the admitted, although the intake may have taken that back too late.
    Cursor.Page<CandidateView> page(CohortId id, @Nullable Standing standing, @Nullable String after, int limit) {
        cohorts.get(id);
        var opened = intakes.findById(id);
        if (opened.isEmpty()) return new Cursor.Page<>(List.of(), null);
        var intake = opened.get();
        var page = Cursor.page(
                from -> candidates.page(id, standing, from, limit + 1),
                Cursor.after(after, ""),
                limit,
                Candidate::order,
                candidate -> standing == null || belongs(candidate, intake, standing));
        return page.map(candidate -> CandidateView.of(candidate, intake));
    }

    private static boolean belongs(Candidate candidate, Intake intake, Standing standing) {
        return candidate.isCertified() ? standing != Standing.WAITING : intake.standing(candidate.id()) == standing;
    }
}
