package thami.certificate;

import java.time.Instant;

/// An entry that was appended to a certificate after it was issued; the last one holds.
///
/// @param standing what it is from then on
public record StandingChange(Standing standing, Instant at) {}
