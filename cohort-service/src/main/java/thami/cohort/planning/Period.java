package thami.cohort.planning;

import java.time.LocalDate;

/// First and last day of a cohort.
public record Period(LocalDate startsOn, LocalDate endsOn) {

    boolean isInOrder() {
        return !endsOn.isBefore(startsOn);
    }
}
