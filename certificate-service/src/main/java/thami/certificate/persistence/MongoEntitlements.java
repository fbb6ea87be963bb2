package thami.certificate.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import thami.certificate.Entitlement;
import thami.certificate.Entitlement.State;
import thami.certificate.EntitlementId;
import thami.certificate.EntitlementSummary;
import thami.certificate.Entitlements;

/// Entitlements as documents; what may be prepared in them is left out of lists.
@Repository
class MongoEntitlements implements Entitlements {

    private static final Sort BY_NAME = Sort.by("sortName", "_id");

    private final MongoOperations mongo;

    MongoEntitlements(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Entitlement> findById(EntitlementId id) {
        return Optional.ofNullable(mongo.findById(id, Entitlement.class));
    }

    @Override
    public Entitlement save(Entitlement entitlement) {
        return mongo.save(entitlement);
    }

    @Override
    public List<EntitlementSummary> findPage(State state, Optional<EntitlementId> after, int limit) {
        var query = page(state, after, limit);
        return mongo.find(query, Entitlement.class).stream()
                .map(EntitlementSummary::of)
                .toList();
    }

    /// Its own method, so that a test can have the store explain it.
    Query page(State state, Optional<EntitlementId> after, int limit) {
        var query = Query.query(after.flatMap(this::position)
                        .map(position -> position.and(state))
                        .orElseGet(() -> of(state)))
                .with(BY_NAME)
                .limit(limit);
        query.fields().exclude("preparation");
        return query;
    }

    @Override
    public List<EntitlementId> findWithDueCertificate(int limit) {
        var query = due(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "entitlements").stream()
                .map(found -> new EntitlementId(found.get("_id", UUID.class)))
                .toList();
    }

    @Override
    public long countWithDueCertificate() {
        return mongo.count(Query.query(due()), Entitlement.class);
    }

    @Override
    public long countContradicted() {
        return mongo.count(contradicted(), Entitlement.class);
    }

    Query contradicted() {
        return Query.query(where("contradicted").is(true));
    }

    Query due(int limit) {
        return Query.query(due()).with(Sort.by("certificateDueSince")).limit(limit);
    }

    /// A comparison, not `$exists`: that is what a sparse index answers everywhere.
    private static Criteria due() {
        return where("certificateDueSince").gt(Instant.EPOCH);
    }

    private static Criteria of(State state) {
        return where("state").is(state);
    }

    private Optional<Position> position(EntitlementId id) {
        var query = Query.query(where("_id").is(id.value()));
        query.fields().include("sortName");
        return Optional.ofNullable(mongo.findOne(query, Document.class, "entitlements"))
                .map(found -> new Position(found.getString("sortName"), id));
    }

    private record Position(String sortName, EntitlementId id) {
        Criteria and(State state) {
            return of(state)
                    .orOperator(
                            where("sortName").gt(sortName),
                            where("sortName").is(sortName).and("_id").gt(id.value()));
        }
    }
}
