package thami.delivery;

/// The data that were to replace a record's own are about something else than the record.
public final class AboutAnother extends RuntimeException {}
