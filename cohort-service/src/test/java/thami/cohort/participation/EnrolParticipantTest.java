package thami.cohort.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.COHORT;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.admission;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.InMemoryCandidates;
import thami.cohort.intake.LegalBasis;
import thami.cohort.intake.StoredIntake;
import thami.cohort.participation.ParticipationEvent.ParticipantEnrolled;
import thami.cohort.planning.InMemoryCohorts;
import thami.cohort.planning.StoredCohort;

class EnrolParticipantTest {

    private static final UUID PERSON = new UUID(0, 1);
    private static final ParticipationId ID = new ParticipationId(PERSON);
    private static final Admission ADMISSION = admission(LegalBasis.A, NOON);

    private final InMemoryParticipations participations = new InMemoryParticipations();
    private final InMemoryCohorts cohorts = new InMemoryCohorts();
    private int looks;

    /// The application comes in after the first look for it, and the second look fails.
    private final InMemoryCandidates candidates = new InMemoryCandidates() {
        @Override
        public Optional<Candidate> findById(CandidateId id) {
            if (++looks == 2) throw new IllegalStateException("the store is away");
            return super.findById(id);
        }
    };

    private final EnrolParticipant enrol = new EnrolParticipant(participations, candidates, cohorts);

    @Test
    void looksForTheNameAgainWhenTheAdmissionIsToldAgain() {
        cohorts.save(StoredCohort.sample());
        assertThatThrownBy(this::admit).hasMessage("the store is away");
        candidates.save(StoredIntake.candidate(PERSON));

        admit();
        admit();

        assertThat(participations.get(ID).state()).isEqualTo(Participation.State.ENROLLED);
        assertThat(participations.announced()).singleElement().isInstanceOf(ParticipantEnrolled.class);
    }

    private void admit() {
        enrol.admitted(ID, COHORT, ADMISSION, 1);
    }
}
