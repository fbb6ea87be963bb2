package thami.cohort.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import thami.cohort.InMemory;
import thami.cohort.planning.CohortId;

public class InMemoryIntakes extends InMemory<Intake> implements Intakes {

    public InMemoryIntakes() {
        super(Intake.class, Intake::id);
    }

    @Override
    public Optional<Intake> findById(CohortId id) {
        return super.findById(id);
    }

    @Override
    public List<Intake> findAllById(Collection<CohortId> ids) {
        return find(intake -> ids.contains(intake.id()));
    }

    @Override
    public Intake addIfAbsent(Intake intake) {
        return findById(intake.id()).orElseGet(() -> save(intake));
    }
}
