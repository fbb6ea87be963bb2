package thami.cohort.participation;

import java.time.Instant;
import thami.cohort.StaffMember;

/// That a completion was taken back, by whom and why. It stays in the history.
public record Correction(Completion takenBack, String reason, StaffMember by, Instant at) {}
