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

class DecideOnCandidateTest {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final CandidateId SULE = new CandidateId(new UUID(0, 1));
    private static final Seen WHICHEVER = new Seen.Whichever();

    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final InMemoryIntakes intakes = new InMemoryIntakes();
    private final InMemoryCohorts cohorts = new InMemoryCohorts();
    private final IntakeSeats seats = new IntakeSeats(intakes, cohorts);
    private final DecideOnCandidate decide = new DecideOnCandidate(intakes, candidates, cohorts, seats, AT_NOON);
    private final UndoDecision undo = new UndoDecision(intakes, candidates, cohorts, seats, AT_NOON);
    private final FollowIntake follow = new FollowIntake(candidates);

    @BeforeEach
    void apply() {
        Planning.published(cohorts, seats, 2);
        new QueueCandidate(candidates)
                .queue(
                        SULE,
                        COHORT,
                        new Applicant("Şule Beispiel", "THUERGUSVO", null, null, "BSP-7Q4M-2K", NOON),
                        "sule@post.example");
    }

    /// The certificate was released, and before word of it came here the admission was taken back.
    @Test
    void nobodyIsDecidedOnAnyMoreWhoHasTheCertificate() {
        decide.admit(SULE, WHICHEVER, LegalBasis.A, "erfüllt alles", ANNA);
        undo.undo(SULE, WHICHEVER, "verwechselt", ANNA);
        follow.decided(SULE, Standing.ADMITTED, 1);
        follow.decided(SULE, Standing.WAITING, 2);
        follow.certified(SULE, NOON);
        var told = intakes.announced();

        assertThatThrownBy(() -> decide.decline(SULE, WHICHEVER, "r", ANNA)).isInstanceOf(AlreadyCertified.class);
        assertThatThrownBy(() -> decide.waitlist(SULE, WHICHEVER, "r", ANNA)).isInstanceOf(AlreadyCertified.class);
        assertThatThrownBy(() -> decide.admit(SULE, WHICHEVER, LegalBasis.B, "r", ANNA))
                .isInstanceOf(AlreadyCertified.class);
        assertThat(intakes.announced()).isEqualTo(told);
    }
}
