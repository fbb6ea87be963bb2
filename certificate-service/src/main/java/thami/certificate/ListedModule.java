package thami.certificate;

import java.util.UUID;

/// A module on the list that was frozen at enrolment.
///
/// @param units teaching units of 45 minutes
public record ListedModule(UUID id, Bilingual title, int units, String provider) {}
