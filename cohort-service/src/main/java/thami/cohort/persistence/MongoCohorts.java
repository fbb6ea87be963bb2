package thami.cohort.persistence;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import thami.cohort.planning.Cohort;
import thami.cohort.planning.CohortId;
import thami.cohort.planning.Cohorts;

interface MongoCohorts extends Cohorts, Repository<Cohort, CohortId> {

    @Override
    default Cohort addIfAbsent(Cohort cohort) {
        try {
            return save(cohort);
        } catch (DuplicateKeyException taken) {
            return findById(cohort.id()).orElseThrow(() -> taken);
        }
    }

    @Override
    default List<Cohort> page(String before, int limit) {
        return findByOrderLessThanOrderByOrderDesc(before, Limit.of(limit));
    }

    List<Cohort> findByOrderLessThanOrderByOrderDesc(String order, Limit limit);
}
