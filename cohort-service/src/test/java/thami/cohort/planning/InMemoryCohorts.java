package thami.cohort.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thami.cohort.InMemory;

public class InMemoryCohorts extends InMemory<Cohort> implements Cohorts {

    public InMemoryCohorts() {
        super(Cohort.class, Cohort::id);
    }

    @Override
    public Optional<Cohort> findById(CohortId id) {
        return super.findById(id);
    }

    @Override
    public Cohort addIfAbsent(Cohort cohort) {
        return findById(cohort.id()).orElseGet(() -> save(cohort));
    }

    @Override
    public List<Cohort> page(String before, int limit) {
        return find(cohort -> cohort.order().compareTo(before) < 0).stream()
                .sorted(Comparator.comparing(Cohort::order).reversed())
                .limit(limit)
                .toList();
    }
}
