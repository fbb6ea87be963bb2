package thami.cohort.planning;

/// One module of a curriculum.
///
/// @param units teaching units of 45 minutes
/// @param provider the organisation (Träger) that leads it
public record CourseModule(ModuleId id, Title title, int units, String provider) {}
