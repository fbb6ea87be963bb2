package thami.registration.persistence;

import static org.springframework.data.domain.Sort.Direction.ASC;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import thami.registration.Call;
import thami.registration.CallId;
import thami.registration.Calls;

@Repository
class MongoCalls implements Calls {

    private static final Sort NEAREST_DEADLINE = Sort.by(ASC, "acceptsUntil", "_id");

    private final MongoOperations mongo;

    MongoCalls(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Call> findById(CallId id) {
        return Optional.ofNullable(mongo.findById(id, Call.class));
    }

    @Override
    public Call save(Call call) {
        return mongo.save(call);
    }

    @Override
    public List<Call> current(Instant now, Optional<Call> after, int limit) {
        var current = where("acceptsUntil").gt(now);
        var onwards = after.map(last -> new Criteria().andOperator(current, beyond(last)))
                .orElse(current);
        return mongo.find(Query.query(onwards).with(NEAREST_DEADLINE).limit(limit), Call.class);
    }

    private static Criteria beyond(Call last) {
        return new Criteria()
                .orOperator(
                        where("acceptsUntil").gt(last.acceptsUntil()),
                        where("acceptsUntil").is(last.acceptsUntil()).and("_id").gt(last.id()));
    }
}
