package thami.notification;

import java.time.Instant;

/// A letter in its envelope.
///
/// @param notification with `sending` the stable part of its Message-ID: a repeat after a crash has the same one
/// @param sending 1, and one more each time staff ordered it to be sent again
public record Mail(NotificationId notification, int sending, Person to, Letter letter, Instant date) {}
