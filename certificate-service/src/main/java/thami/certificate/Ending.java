package thami.certificate;

import java.time.Instant;

/// That a participation ended without a certificate, and why (`WITHDRAWN`, `UNDONE`).
///
/// @param sequence the place of this fact among those of its participation; an enrolment after it takes it back
public record Ending(long sequence, String because, Instant endedAt) {}
