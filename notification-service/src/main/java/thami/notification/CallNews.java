package thami.notification;

/// What was announced of a call, in full.
///
/// @param sequence of the fact; the higher one is newer
public record CallNews(CallId call, Title title, boolean sample, TimeAndPlace when, long sequence) {}
