package thami.delivery;

import java.time.Instant;
import java.util.UUID;

/// An event of another service, as this one sees it.
///
/// @param id the same for every repeat
/// @param sequence counts the events of the subject: 1, 2, 3 …
public record Fact<V>(V view, String id, UUID subject, long sequence, Instant time) {}
