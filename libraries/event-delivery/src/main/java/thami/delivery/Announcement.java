package thami.delivery;

import java.time.Instant;

/// What is told to the other services: the event's type, when it happened, and the wire record that becomes its JSON.
public record Announcement(String type, Instant at, Object payload) {}
