package thami.certificate;

import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Takes a fact about a participation into its entitlement, whichever fact comes first.
@Service
public class CollectFact {

    private static final Logger log = LoggerFactory.getLogger(CollectFact.class);
    private final Entitlements entitlements;

    CollectFact(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    /// Saves only what was news, so that a replay leaves a preview that somebody is just reading alone.
    public void into(EntitlementId id, Predicate<Entitlement> fact) {
        var entitlement = entitlements.findById(id).orElseGet(() -> Entitlement.of(id));
        var wasContradicted = entitlement.isContradicted();
        if (!fact.test(entitlement)) return;
        entitlements.save(entitlement);
        if (entitlement.isContradicted() && !wasContradicted) warn(entitlement);
    }

    private static void warn(Entitlement entitlement) {
        log.warn(
                "The certificate {} is released and stands, though what has been reported of {} since says otherwise",
                entitlement.release().orElseThrow().certificate().value(),
                entitlement.id().value());
    }
}
