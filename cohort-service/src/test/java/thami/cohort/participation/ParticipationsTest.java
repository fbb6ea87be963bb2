package thami.cohort.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.ANNA;
import static thami.cohort.Samples.LAW;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.TOM;
import static thami.cohort.Samples.admission;
import static thami.cohort.Samples.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import thami.cohort.intake.LegalBasis;
import thami.cohort.planning.CohortId;

/// What every store of participations promises.
abstract class ParticipationsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private final CohortId cohort = new CohortId(UUID.randomUUID());

    abstract Participations participations();

    @Test
    void keepWhatWasCompletedOnWhichDay() {
        var participation = enrolled("Olena Beispiel");
        participation.complete(LAW, DAY, () -> DAY, DAY, TOM, NOON);
        participations().save(participation);

        assertThat(participations().get(participation.id()).completion(LAW))
                .contains(new Completion(LAW, DAY, TOM, NOON));
    }

    @Test
    void getOnlyWhomTheyKnow() {
        var expected = participations().save(Participation.expected(new ParticipationId(UUID.randomUUID())));

        assertThatThrownBy(() -> participations().get(expected.id())).isInstanceOf(NoSuchParticipation.class);
    }

    @Test
    void refuseAnOldOne() {
        var id = enrolled("Olena Beispiel").id();
        var one = participations().get(id);
        var other = participations().get(id);
        one.complete(LAW, DAY, () -> DAY, DAY, TOM, NOON);
        other.complete(LAW, DAY, () -> DAY, DAY, ANNA, NOON);
        participations().save(one);

        assertThatThrownBy(() -> participations().save(other)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void listACohortByNamePageByPage() {
        var zoe = enrolled("Zoe Beispiel");
        var anna = enrolled("anna Beispiel");

        assertThat(participations().page(cohort, "", 1))
                .extracting(Participation::id)
                .containsExactly(anna.id());
        assertThat(participations().page(cohort, anna.order(), 9))
                .extracting(Participation::id)
                .containsExactly(zoe.id());
    }

    private Participation enrolled(String name) {
        var participation = Participation.expected(new ParticipationId(UUID.randomUUID()));
        participation.admit(cohort, admission(LegalBasis.A, NOON), 1);
        participation.enrol(new Enrolment(
                cohort, plan().title(), plan().programme(), name, plan().curriculum(), plan().period(), true));
        return participations().save(participation);
    }
}
