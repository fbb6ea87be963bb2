package thami.certificate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import thami.certificate.Calendar;

/// How pages write days and times: `${shown.day(…)}` in templates.
@ControllerAdvice(assignableTypes = {VerifyPages.class, HolderPages.class, ReleasePages.class})
class Shown {

    @ModelAttribute("shown")
    Format shown(Locale locale) {
        return new Format(locale);
    }

    public record Format(Locale locale) {

        public String day(LocalDate day) {
            return formatter(isEnglish() ? "d MMMM yyyy" : "dd.MM.yyyy").format(day);
        }

        public String time(Instant time) {
            return formatter(isEnglish() ? "d MMMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm 'Uhr'")
                    .withZone(Calendar.ZONE)
                    .format(time);
        }

        public String language() {
            return locale.getLanguage();
        }

        private boolean isEnglish() {
            return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        }

        private DateTimeFormatter formatter(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
    }
}
