package thami.cohort.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thami.cohort.Samples.NOON;
import static thami.cohort.Samples.plan;
import static thami.cohort.Samples.withPeriod;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/// What every store of cohorts promises.
abstract class CohortsTest {

    abstract Cohorts cohorts();

    @Test
    void keepThePlanToTheLetter() {
        var kept = cohorts().addIfAbsent(planned(2030));

        assertThat(cohorts().get(kept.id()).plan()).isEqualTo(kept.plan());
    }

    @Test
    void keepTheFirstUnderAnId() {
        var first = cohorts().addIfAbsent(planned(2031));
        var second = Cohort.plan(first.id(), "another", plan(9));

        assertThat(cohorts().addIfAbsent(second).plan()).isEqualTo(first.plan());
    }

    @Test
    void refuseAnOldOne() {
        var id = cohorts().addIfAbsent(planned(2032)).id();
        var one = cohorts().get(id);
        var other = cohorts().get(id);
        one.change(plan(5), NOON);
        other.change(plan(6), NOON);
        cohorts().save(one);

        assertThatThrownBy(() -> cohorts().save(other)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void listTheLatestFirstPageByPage() {
        var earlier = cohorts().addIfAbsent(planned(9001));
        var later = cohorts().addIfAbsent(planned(9002));

        assertThat(cohorts().page(Cohorts.FROM_THE_TOP, 1))
                .extracting(Cohort::id)
                .containsExactly(later.id());
        assertThat(cohorts().page(later.order(), 1)).extracting(Cohort::id).containsExactly(earlier.id());
    }

    private static Cohort planned(int year) {
        var period = new Period(LocalDate.of(year, 3, 2), LocalDate.of(year, 10, 30));
        return Cohort.plan(new CohortId(UUID.randomUUID()), "key", withPeriod(plan(), period));
    }
}
