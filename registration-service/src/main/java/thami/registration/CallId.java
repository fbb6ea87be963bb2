package thami.registration;

import java.util.UUID;
import thami.delivery.Identifier;

/// The same as the id of the cohort that the call invites to.
public record CallId(UUID value) implements Identifier {}
