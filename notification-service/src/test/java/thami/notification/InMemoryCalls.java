package thami.notification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class InMemoryCalls implements Calls {

    private final Map<CallId, Call> stored = new LinkedHashMap<>();
    private final Copies<Call> copies = new Copies<>(Call.class);

    @Override
    public Optional<Call> findById(CallId id) {
        return Optional.ofNullable(stored.get(id)).map(copies::of);
    }

    @Override
    public List<Call> findByIdIn(Collection<CallId> ids) {
        return stored.values().stream()
                .filter(each -> ids.contains(each.id()))
                .map(copies::of)
                .toList();
    }

    @Override
    public Call save(Call call) {
        copies.checkVersion(call, stored.get(call.id()));
        stored.put(call.id(), copies.of(call));
        return call;
    }
}
