package thami.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Entitlements without a store; proven by the same tests as the real ones.
final class InMemoryEntitlements implements Entitlements {

    private final Map<EntitlementId, Stored<Entitlement>> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Entitlement> findById(EntitlementId id) {
        return Optional.ofNullable(stored.get(id)).map(Stored::copy);
    }

    @Override
    public Entitlement save(Entitlement entitlement) {
        stored.compute(entitlement.id(), (_, known) -> Stored.next(known, entitlement));
        return entitlement;
    }

    @Override
    public List<EntitlementSummary> findPage(Entitlement.State state, Optional<EntitlementId> after, int limit) {
        var byName = Comparator.comparing(InMemoryEntitlements::sortName)
                .thenComparing(found -> found.id().value().toString());
        var position = after.flatMap(this::findById);
        return stored.values().stream()
                .map(Stored::copy)
                .filter(found -> found.state() == state)
                .filter(found -> position.isEmpty() || byName.compare(found, position.get()) > 0)
                .sorted(byName)
                .limit(limit)
                .map(EntitlementSummary::of)
                .toList();
    }

    @Override
    public List<EntitlementId> findWithDueCertificate(int limit) {
        return stored.values().stream()
                .map(Stored::copy)
                .filter(found -> found.dueCertificate().isPresent())
                .map(Entitlement::id)
                .limit(limit)
                .toList();
    }

    @Override
    public long countWithDueCertificate() {
        return findWithDueCertificate(Integer.MAX_VALUE).size();
    }

    @Override
    public long countContradicted() {
        return stored.values().stream()
                .map(Stored::copy)
                .filter(Entitlement::isContradicted)
                .count();
    }

    private static String sortName(Entitlement entitlement) {
        return (String) Stored.field(entitlement, "sortName");
    }
}
