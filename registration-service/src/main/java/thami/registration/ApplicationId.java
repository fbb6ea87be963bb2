package thami.registration;

import java.util.UUID;
import thami.delivery.Identifier;

/// Chosen by whoever submits, so that a repeated request finds the application of the first.
public record ApplicationId(UUID value) implements Identifier {}
