package thami.certificate;

import java.util.List;
import java.util.Optional;

/// All entitlements.
public interface Entitlements {

    Optional<Entitlement> findById(EntitlementId id);

    /// Inserts a new one, replaces a known one; fails if somebody else has changed it since it was loaded.
    Entitlement save(Entitlement entitlement);

    /// Those in this state by name, beginning after the one with this id, without what was prepared.
    List<EntitlementSummary> findPage(Entitlement.State state, Optional<EntitlementId> after, int limit);

    /// Released ones whose certificate nobody has confirmed to be stored, the oldest first.
    List<EntitlementId> findWithDueCertificate(int limit);

    /// How many of them there are.
    long countWithDueCertificate();

    /// How many are released though what was reported since says otherwise.
    long countContradicted();
}
