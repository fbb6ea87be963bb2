package thami.cohort.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import thami.cohort.intake.Seen;

/// What people type, read kindly: a browser without a date picker, a decimal comma.
final class Input {

    private static final List<DateTimeFormatter> DAYS = List.of(strict("uuuu-MM-dd"), strict("d.M.uuuu"));
    private static final List<DateTimeFormatter> MOMENTS =
            List.of(strict("uuuu-MM-dd'T'HH:mm"), strict("uuuu-MM-dd'T'HH:mm:ss"), strict("d.M.uuuu H:mm"));

    private Input() {}

    static Optional<LocalDate> day(String typed) {
        return DAYS.stream().flatMap(format -> day(typed, format).stream()).findFirst();
    }

    private static Optional<LocalDate> day(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), format)).filter(FourDigitYear.OfDay::has);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /// A time on the clocks of Thuringia.
    static Optional<Instant> moment(String typed) {
        return MOMENTS.stream()
                .flatMap(format -> moment(typed, format).stream())
                .findFirst();
    }

    private static Optional<Instant> moment(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip(), format)
                            .atZone(Words.THURINGIA)
                            .toInstant())
                    .filter(FourDigitYear.OfMoment::has);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /// What a form says was seen. Where it does not, nothing ever was: that matches nothing.
    static Instant instant(@Nullable String sent) {
        try {
            return sent == null ? Instant.MIN : Instant.parse(sent);
        } catch (DateTimeException malformed) {
            return Instant.MIN;
        }
    }

    /// Which decision a form says was shown as the last. That none was, it says by an empty field.
    static Seen seen(@Nullable String decidedAt) {
        return "".equals(decidedAt) ? new Seen.NoDecision() : new Seen.DecisionOf(instant(decidedAt));
    }

    static String typed(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(at.atZone(Words.THURINGIA));
    }

    static Optional<Integer> number(String typed, int least, int most) {
        return typed.strip().matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(typed.strip())).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    static Optional<BigDecimal> amount(String typed) {
        var plain = typed.strip().replace(',', '.');
        return plain.matches("\\d{1,6}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(typed))
                : Optional.empty();
    }

    /// One line that says something, as [Line] wants it.
    static boolean isLine(String typed) {
        return !typed.isBlank() && typed.length() <= Line.LONGEST && typed.matches(Line.CHARACTERS);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
