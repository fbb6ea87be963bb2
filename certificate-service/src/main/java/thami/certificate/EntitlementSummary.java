package thami.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the list of entitlements: everything but the bytes that may be prepared.
///
/// @param missing what it lacks, empty unless incomplete
/// @param contradicted released, and what was reported since says otherwise
public record EntitlementSummary(
        EntitlementId id,
        Entitlement.State state,
        @Nullable Enrolment enrolment,
        List<Missing> missing,
        @Nullable Release release,
        boolean contradicted) {

    public static EntitlementSummary of(Entitlement entitlement) {
        return new EntitlementSummary(
                entitlement.id(),
                entitlement.state(),
                entitlement.enrolment().orElse(null),
                entitlement.state() == Entitlement.State.INCOMPLETE ? entitlement.missing() : List.of(),
                entitlement.release().orElse(null),
                entitlement.isContradicted());
    }
}
