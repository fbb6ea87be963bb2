package thami.certificate;

import java.util.UUID;
import thami.delivery.Identifier;

/// The id of an entitlement: the same as that of the participation, and of the application it began with.
public record EntitlementId(UUID value) implements Identifier {}
