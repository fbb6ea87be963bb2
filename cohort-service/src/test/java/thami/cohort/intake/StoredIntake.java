package thami.cohort.intake;

import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;

import java.util.UUID;

/// An intake and a candidate in their fullest shape, for the examples of how they are stored.
public final class StoredIntake {

    static final Applicant APPLICANT =
            new Applicant("Şule Beispiel-Yıldız", "THUERGUSVO", "Beispielverein", "Beratung", "BSP-7Q4M-2K", NOON);

    private StoredIntake() {}

    public static Intake intake(UUID person) {
        var intake = Intake.open(COHORT, plan().title(), 2);
        var candidate = new CandidateId(person);
        intake.waitlist(candidate, new Seen.Whichever(), "Beispiel: kein Platz frei", ANNA, NOON);
        intake.admit(
                candidate, new Seen.Whichever(), LegalBasis.B, "Beispiel: nachgerückt", ANNA, NOON.plusSeconds(60));
        intake.undo(candidate, new Seen.Whichever(), "Beispiel: verwechselt", ANNA, NOON.plusSeconds(120));
        intake.noteWithdrawal(candidate, NOON.plusSeconds(180));
        intake.limit(2, 3);
        return intake;
    }

    public static Candidate candidate(UUID person) {
        var candidate = Candidate.expected(new CandidateId(person));
        candidate.apply(COHORT, APPLICANT, "sule.beispiel@post.example");
        candidate.decided(Standing.ADMITTED, 4);
        candidate.withdraw(NOON.plusSeconds(60));
        candidate.certify(NOON.plusSeconds(120));
        return candidate;
    }
}
