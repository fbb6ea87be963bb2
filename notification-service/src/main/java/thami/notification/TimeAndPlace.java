package thami.notification;

import java.time.LocalDate;

/// When and where a course takes place.
public record TimeAndPlace(LocalDate startsOn, LocalDate endsOn, String place) {}
