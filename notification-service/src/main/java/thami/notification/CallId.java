package thami.notification;

import java.util.UUID;
import thami.delivery.Identifier;

public record CallId(UUID value) implements Identifier {}
