package thami.cohort.intake;

import java.util.UUID;
import thami.delivery.Identifier;

/// The id of a person's application, under which that person waits and is decided upon.
public record CandidateId(UUID value) implements Identifier {}
