package thami.registration.web;

import static java.time.LocalTime.MIDNIGHT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Dates and times as people in Thuringia read them, in the language of the page: `31.10.2026, 23:59 Uhr`.
@Component("moments")
class Moments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    /// With the minute.
    public String minute(Instant at) {
        var there = at.atZone(ZONE);
        return words(there, CLOCK.format(there));
    }

    /// The end of a window. Midnight belongs to the day that ends: nobody reads `01.11., 00:00` as "on 31.10.".
    public String deadline(Instant end) {
        var there = end.atZone(ZONE);
        return there.toLocalTime().equals(MIDNIGHT)
                ? words(there.minusDays(1), "24:00")
                : words(there, CLOCK.format(there));
    }

    private static String words(ZonedDateTime day, String clock) {
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return DAY.format(day) + ", " + clock + (english ? "" : " Uhr");
    }
}
