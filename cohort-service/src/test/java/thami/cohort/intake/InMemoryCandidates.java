package thami.cohort.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thami.cohort.InMemory;
import thami.cohort.planning.CohortId;

public class InMemoryCandidates extends InMemory<Candidate> implements Candidates {

    public InMemoryCandidates() {
        super(Candidate.class, Candidate::id);
    }

    @Override
    public Optional<Candidate> findById(CandidateId id) {
        return super.findById(id);
    }

    @Override
    public List<Candidate> findAllById(Collection<CandidateId> ids) {
        return find(candidate -> ids.contains(candidate.id()));
    }

    @Override
    public List<Candidate> page(CohortId cohort, Standing standing, String after, int limit) {
        return of(cohort).stream()
                .filter(candidate -> standing == null || candidate.standing() == standing)
                .filter(candidate -> candidate.order().compareTo(after) > 0)
                .sorted(Comparator.comparing(Candidate::order))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Candidate> like(Collection<Candidate> candidates, int limit) {
        return candidates.stream()
                .flatMap(candidate -> of(candidate.cohort()).stream().filter(candidate::isLike))
                .distinct()
                .toList();
    }

    @Override
    public int count(CohortId cohort, Standing standing, int atMost) {
        return page(cohort, standing, "", atMost).size();
    }

    private List<Candidate> of(CohortId cohort) {
        return find(candidate -> candidate.isKnown() && candidate.cohort().equals(cohort));
    }
}
