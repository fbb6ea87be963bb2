package thami.notification;

import java.util.UUID;
import thami.delivery.Identifier;

/// The id of a person's application, candidature and participation: all three are one.
public record RecipientId(UUID value) implements Identifier {}
