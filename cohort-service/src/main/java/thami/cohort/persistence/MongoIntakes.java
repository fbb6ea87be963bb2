package thami.cohort.persistence;

import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.repository.Repository;
import thami.cohort.intake.Intake;
import thami.cohort.intake.Intakes;
import thami.cohort.planning.CohortId;

interface MongoIntakes extends Intakes, Repository<Intake, CohortId> {

    @Override
    default Intake addIfAbsent(Intake intake) {
        try {
            return save(intake);
        } catch (DuplicateKeyException taken) {
            return findById(intake.id()).orElseThrow(() -> taken);
        }
    }

    @Override
    default List<Intake> findAllById(Collection<CohortId> ids) {
        return findByIdIn(ids);
    }

    List<Intake> findByIdIn(Collection<CohortId> ids);
}
