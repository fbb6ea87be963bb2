package thami.registration.web;

import static java.time.LocalTime.MIDNIGHT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Dates and times in Thuringia's time, as the language of the page writes them: `31.10.2026, 23:59 Uhr`.
@Component("moments")
class Moments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String day(LocalDate day) {
        var language = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(isEnglish() ? "d MMMM yyyy" : "dd.MM.yyyy", language)
                .format(day);
    }

    public String day(Instant at) {
        return day(at.atZone(ZONE).toLocalDate());
    }

    /// With the minute.
    public String minute(Instant at) {
        var there = at.atZone(ZONE);
        return words(there.toLocalDate(), CLOCK.format(there));
    }

    /// The end of a window. Midnight belongs to the day that ends: nobody reads `01.11., 00:00` as "on 31.10.".
    public String deadline(Instant end) {
        var there = end.atZone(ZONE);
        return there.toLocalTime().equals(MIDNIGHT)
                ? words(there.toLocalDate().minusDays(1), "24:00")
                : words(there.toLocalDate(), CLOCK.format(there));
    }

    private String words(LocalDate day, String clock) {
        return day(day) + ", " + clock + (isEnglish() ? "" : " Uhr");
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
