package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.NOON;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.planning.CohortId;

/// What every store of candidates promises.
abstract class CandidatesTest {

    private final CohortId cohort = new CohortId(UUID.randomUUID());

    abstract Candidates candidates();

    @Test
    void findWhomTheyKeepAndGetOnlyWhomTheyKnow() {
        var known = applied("Olena Beispiel", 0);
        var expected = candidates().save(Candidate.expected(new CandidateId(UUID.randomUUID())));

        assertThat(candidates().get(known.id()).applicant()).isEqualTo(known.applicant());
        assertThat(candidates().findById(expected.id())).isPresent();
        assertThatThrownBy(() -> candidates().get(expected.id())).isInstanceOf(NoSuchCandidate.class);
    }

    @Test
    void refuseASecondOneUnderAnIdAndAnOldOne() {
        var first = applied("Olena Beispiel", 0);
        var stale = candidates().get(first.id());
        first.withdraw(NOON);
        candidates().save(first);

        assertThatThrownBy(() -> candidates().save(Candidate.expected(first.id())))
                .isInstanceOf(DuplicateKeyException.class);
        stale.certify(NOON);
        assertThatThrownBy(() -> candidates().save(stale)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void listACallInTheOrderOfItsApplicationsPageByPage() {
        var second = applied("B", 2);
        var first = applied("A", 1);
        var third = applied("C", 3);
        third.withdraw(NOON);
        candidates().save(third);

        assertThat(ids(candidates().page(cohort, null, "", 2))).containsExactly(first.id(), second.id());
        assertThat(ids(candidates().page(cohort, null, second.order(), 2))).containsExactly(third.id());
        assertThat(ids(candidates().page(cohort, Standing.WAITING, "", 9))).containsExactly(first.id(), second.id());
        assertThat(candidates().count(cohort, Standing.WAITING, 9)).isEqualTo(2);
        assertThat(candidates().count(cohort, Standing.WAITING, 1)).isEqualTo(1);
    }

    /// As after an undoing that was heard before the certificate, or after it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letNobodyWaitWhoHasTheCertificate(boolean undoneFirst) {
        var candidate = applied("Olena Beispiel", 0);
        candidate.decided(Standing.ADMITTED, 1);
        if (!undoneFirst) candidate.certify(NOON);
        candidate.decided(Standing.WAITING, 2);
        if (undoneFirst) candidate.certify(NOON);
        candidates().save(candidate);

        assertThat(candidates().page(cohort, Standing.WAITING, "", 9)).isEmpty();
        assertThat(candidates().count(cohort, Standing.WAITING, 9)).isZero();
        assertThat(ids(candidates().page(cohort, Standing.ADMITTED, "", 9))).containsExactly(candidate.id());
    }

    @Test
    void findWhoMayBeTheSamePersonInTheSameCallOnly() {
        var one = applied("Jörg Weiß", 1);
        var like = applied("Weiss, Jorg", 2);
        applied("Olena Beispiel", 3);

        assertThat(ids(candidates().like(List.of(one), 9))).containsExactly(like.id());
        assertThat(candidates().like(List.of(), 9)).isEmpty();
    }

    private Candidate applied(String name, int minutes) {
        var candidate = Candidate.expected(new CandidateId(UUID.randomUUID()));
        var at = NOON.plusSeconds(60L * minutes);
        candidate.apply(
                cohort,
                new Applicant(name, "THUERGUSVO", null, null, "BSP-1", at),
                UUID.randomUUID() + "@post.example");
        return candidates().save(candidate);
    }

    private static List<CandidateId> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }
}
