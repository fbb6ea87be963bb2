package thami.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Time as certificates know it: days of Thuringia, instants in milliseconds as the store keeps them.
public final class Calendar {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Clock clock;

    public Calendar(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
