package thami.cohort.planning;

import java.util.UUID;
import thami.delivery.Identifier;

public record ModuleId(UUID value) implements Identifier {}
