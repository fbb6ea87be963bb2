package thami.certificate;

/// Nothing was ever reported under this id.
public final class NoSuchEntitlement extends RuntimeException {

    NoSuchEntitlement(EntitlementId id) {
        super("no entitlement " + id.value());
    }
}
