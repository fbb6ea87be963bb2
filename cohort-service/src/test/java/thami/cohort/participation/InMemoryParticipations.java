package thami.cohort.participation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thami.cohort.InMemory;
import thami.cohort.planning.CohortId;

public class InMemoryParticipations extends InMemory<Participation> implements Participations {

    public InMemoryParticipations() {
        super(Participation.class, Participation::id);
    }

    @Override
    public Optional<Participation> findById(ParticipationId id) {
        return super.findById(id);
    }

    @Override
    public List<Participation> page(CohortId cohort, String after, int limit) {
        return find(participation ->
                        participation.isKnown() && participation.cohort().equals(cohort))
                .stream()
                .filter(participation -> participation.order().compareTo(after) > 0)
                .sorted(Comparator.comparing(Participation::order))
                .limit(limit)
                .toList();
    }
}
