package thami.certificate;

/// Somebody who acted as staff: only issuer and subject together name a person, whatever they are called today.
public record Actor(String issuer, String subject) {}
