package thami.registration;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proven to keep the same promises as the store by [CallsTest].
final class InMemoryCalls implements Calls {

    private static final Comparator<Call> NEAREST_DEADLINE = comparing(Call::acceptsUntil)
            .thenComparing(call -> call.id().value().toString());

    private final Map<CallId, Call> stored = new HashMap<>();

    @Override
    public Optional<Call> findById(CallId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Call save(Call call) {
        stored.put(call.id(), call);
        return call;
    }

    @Override
    public List<Call> current(Instant now, Optional<Call> after, int limit) {
        return stored.values().stream()
                .filter(Call::isAnnounced)
                .filter(call -> call.acceptsUntil().isAfter(now))
                .filter(call -> after.isEmpty() || NEAREST_DEADLINE.compare(call, after.get()) > 0)
                .sorted(NEAREST_DEADLINE)
                .limit(limit)
                .toList();
    }
}
