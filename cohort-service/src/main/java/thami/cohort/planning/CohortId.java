package thami.cohort.planning;

import java.util.UUID;
import thami.delivery.Identifier;

/// The id that a cohort, its call and its intake share.
public record CohortId(UUID value) implements Identifier {}
