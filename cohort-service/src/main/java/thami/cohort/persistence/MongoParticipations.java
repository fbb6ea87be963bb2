package thami.cohort.persistence;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import thami.cohort.participation.Participation;
import thami.cohort.participation.ParticipationId;
import thami.cohort.participation.Participations;
import thami.cohort.planning.CohortId;

interface MongoParticipations extends Participations, Repository<Participation, ParticipationId> {

    @Override
    default List<Participation> page(CohortId cohort, String after, int limit) {
        return findByCohortAndOrderGreaterThanOrderByOrder(cohort, after, Limit.of(limit));
    }

    List<Participation> findByCohortAndOrderGreaterThanOrderByOrder(CohortId cohort, String order, Limit limit);
}
