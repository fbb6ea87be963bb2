package thami.cohort.participation;

import java.time.Instant;
import java.time.LocalDate;
import thami.cohort.StaffMember;
import thami.cohort.planning.ModuleId;

/// That a module was completed, and who recorded it.
///
/// @param on the day in Thuringia
public record Completion(ModuleId module, LocalDate on, StaffMember by, Instant at) {}
