package thami.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.planning.CohortId;

/// What every store of intakes promises.
abstract class IntakesTest {

    private static final CandidateId OLENA = new CandidateId(new UUID(0, 7));
    private final CohortId cohort = new CohortId(UUID.randomUUID());

    abstract Intakes intakes();

    @Test
    void keepEveryDecision() {
        var intake = opened();
        intake.admit(OLENA, new Seen.NoDecision(), LegalBasis.B, "r", ANNA, NOON);
        intakes().save(intake);

        var kept = intakes().get(cohort);
        assertThat(kept.decisionsOn(OLENA)).isEqualTo(intake.decisionsOn(OLENA));
        assertThat(kept.free()).isEqualTo(1);
        assertThat(intakes().findAllById(List.of(cohort, new CohortId(UUID.randomUUID()))))
                .hasSize(1);
    }

    @Test
    void openOnce() {
        opened();

        assertThat(intakes().addIfAbsent(Intake.open(cohort, plan().title(), 9)).seats())
                .isEqualTo(2);
    }

    @Test
    void refuseTheSecondOfTwoDecisionsAtOnce() {
        opened();
        var one = intakes().get(cohort);
        var other = intakes().get(cohort);
        one.admit(OLENA, new Seen.NoDecision(), LegalBasis.A, "r", ANNA, NOON);
        other.decline(OLENA, new Seen.NoDecision(), "r", ANNA, NOON);
        intakes().save(one);

        assertThatThrownBy(() -> intakes().save(other)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void haveNoneThatWasNotOpened() {
        assertThatThrownBy(() -> intakes().get(cohort)).isInstanceOf(NoSuchIntake.class);
    }

    private Intake opened() {
        return intakes().addIfAbsent(Intake.open(cohort, plan().title(), 2));
    }
}
