package thami.cohort.participation;

/// The person, by issuer and subject: what the rule of four eyes compares.
public record Recorder(String issuer, String subject) {}
