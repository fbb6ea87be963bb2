package thami.cohort.intake;

import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;

import java.time.Instant;
import java.util.UUID;
import thami.cohort.planning.Cohorts;
import thami.cohort.planning.SeatAllocation;

/// People in a queue, for tests of what shows it. No broker: what is decided, candidates do not hear of.
public final class Waiting {

    private Waiting() {}

    public static SeatAllocation seats(Intakes intakes, Cohorts cohorts) {
        return new IntakeSeats(intakes, cohorts);
    }

    public static CandidateId since(Instant submittedAt, Candidates candidates) {
        var id = new CandidateId(UUID.randomUUID());
        var candidate = Candidate.expected(id);
        candidate.apply(
                COHORT,
                new Applicant("Olena Beispiel", "THUERGUSVO", null, null, "BSP-7Q4M-2K", submittedAt),
                id.value() + "@post.example");
        candidates.save(candidate);
        return id;
    }

    public static void decline(CandidateId candidate, Intakes intakes) {
        var intake = intakes.get(COHORT);
        intake.decline(candidate, new Seen.NoDecision(), "Beispielbegründung", ANNA, NOON);
        intakes.save(intake);
    }
}
