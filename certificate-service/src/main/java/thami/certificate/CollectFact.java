package thami.certificate;

import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/// Takes a fact about a participation into its entitlement, whichever fact comes first.
@Service
public class CollectFact {

    private final Entitlements entitlements;

    CollectFact(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    /// Saves only what was news, so that a replay leaves a preview that somebody is just reading alone.
    public void into(EntitlementId id, Predicate<Entitlement> fact) {
        var entitlement = entitlements.findById(id).orElseGet(() -> Entitlement.of(id));
        if (fact.test(entitlement)) entitlements.save(entitlement);
    }
}
