package thami.cohort.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import thami.cohort.intake.Candidate;
import thami.cohort.intake.CandidateId;
import thami.cohort.intake.Candidates;
import thami.cohort.intake.Standing;
import thami.cohort.planning.CohortId;

@Repository
class MongoCandidates implements Candidates {

    private final MongoOperations mongo;

    MongoCandidates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Candidate> findById(CandidateId id) {
        return Optional.ofNullable(mongo.findById(id, Candidate.class));
    }

    @Override
    public List<Candidate> findAllById(Collection<CandidateId> ids) {
        return mongo.find(query(where("_id").in(ids)), Candidate.class);
    }

    @Override
    public Candidate save(Candidate candidate) {
        return mongo.save(candidate);
    }

    @Override
    public List<Candidate> page(CohortId cohort, @Nullable Standing standing, String after, int limit) {
        var place = where("cohort").is(cohort);
        if (standing != null) place = place.and("standing").is(standing);
        var page = query(place.and("order").gt(after)).with(Sort.by("order")).limit(limit);
        return mongo.find(page, Candidate.class);
    }

    // Two finds, each on an index of its own: an $or would be one more thing for the two stores to do differently.
    @Override
    public List<Candidate> like(Collection<Candidate> candidates, int limit) {
        if (candidates.isEmpty()) return List.of();
        var cohort = candidates.iterator().next().cohort();
        var names = candidates.stream().map(Candidate::nameKey).toList();
        var mailboxes = candidates.stream().map(Candidate::mailboxKey).toList();
        var found = new LinkedHashMap<CandidateId, Candidate>();
        Stream.of(where("likeness.name").in(names), where("likeness.mailbox").in(mailboxes))
                .flatMap(alike ->
                        mongo.find(query(alike.and("cohort").is(cohort)).limit(limit), Candidate.class).stream())
                .filter(other -> candidates.stream().anyMatch(other::isLike))
                .forEach(other -> found.putIfAbsent(other.id(), other));
        return List.copyOf(found.values());
    }

    @Override
    public int count(CohortId cohort, Standing standing, int atMost) {
        var counted =
                query(where("cohort").is(cohort).and("standing").is(standing)).limit(atMost);
        return (int) mongo.count(counted, Candidate.class);
    }
}
