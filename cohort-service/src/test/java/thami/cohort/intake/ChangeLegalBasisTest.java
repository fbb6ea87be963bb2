package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.Planning;

/// What is decided anew on somebody who was admitted, also when the cohort does not take place.
class ChangeLegalBasisTest {

    private static final CandidateId SULE = new CandidateId(new UUID(0, 1));
    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private final InMemoryIntakes intakes = new InMemoryIntakes();
    private final InMemoryCohorts cohorts = new InMemoryCohorts();
    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final IntakeSeats seats = new IntakeSeats(intakes, cohorts);
    private final ChangeLegalBasis legalBasis = new ChangeLegalBasis(intakes, candidates, seats, AT_NOON);
    private final UndoDecision undo = new UndoDecision(intakes, candidates, cohorts, seats, AT_NOON);

    @BeforeEach
    void admit() {
        Planning.published(cohorts, seats, 1);
        var candidate = Candidate.expected(SULE);
        candidate.apply(COHORT, StoredIntake.APPLICANT, "sule.beispiel@post.example");
        candidates.save(candidate);
        new DecideOnCandidate(intakes, candidates, cohorts, seats, AT_NOON)
                .admit(SULE, new Seen.NoDecision(), LegalBasis.A, "r", ANNA);
    }

    @Test
    void needsNeitherASeatNorACohortThatTakesPlace() {
        Planning.cancel(cohorts);

        var changed = legalBasis.change(SULE, Seen.of(NOON), LegalBasis.B, "neue Stelle", ANNA);

        assertThat(changed.legalBasis(SULE)).contains(LegalBasis.B);
        assertThat(changed.free()).isZero();
    }

    @Test
    void isTooLateOnceTheCertificateIsReleased() {
        var candidate = candidates.get(SULE);
        candidate.certify(NOON);
        candidates.save(candidate);

        assertThatThrownBy(() -> legalBasis.change(SULE, Seen.of(NOON), LegalBasis.B, "neue Stelle", ANNA))
                .isInstanceOf(AlreadyCertified.class);
    }

    @Test
    void whoeverWasAdmittedStaysSoWhenTheCohortIsCancelled() {
        Planning.cancel(cohorts);

        assertThatThrownBy(() -> undo.undo(SULE, Seen.of(NOON), "verwechselt", ANNA))
                .isInstanceOf(AdmissionStands.class);
        assertThat(intakes.get(COHORT).standing(SULE)).isEqualTo(Standing.ADMITTED);
    }
}
