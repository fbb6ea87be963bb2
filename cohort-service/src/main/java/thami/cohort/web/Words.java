package thami.cohort.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import thami.cohort.StaffMember;
import thami.cohort.planning.Plan;
import thami.cohort.planning.Title;

/// What pages say, in the reader's language: dates, times in Thuringia, names of groups and roles. `${words}` in
/// templates.
@Component
class Words {

    static final ZoneId THURINGIA = ZoneId.of("Europe/Berlin");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    public String title(Title title) {
        return title.in(locale().getLanguage());
    }

    public String day(LocalDate day) {
        return day(day, locale());
    }

    static String day(LocalDate day, Locale locale) {
        return format("dd.MM.yyyy", "d MMMM yyyy", locale).format(day);
    }

    public String moment(Instant at) {
        return format("dd.MM.yyyy, HH:mm 'Uhr'", "d MMMM yyyy, HH:mm", locale()).format(at.atZone(THURINGIA));
    }

    public String date(Instant at) {
        return day(LocalDate.ofInstant(at, THURINGIA));
    }

    public String period(Plan plan) {
        return day(plan.period().startsOn()) + " – " + day(plan.period().endsOn());
    }

    /// Codes are an open list: one that is not known here is shown as it is.
    public String targetGroup(String code) {
        return Objects.requireNonNullElse(messages.getMessage("target-group." + code, null, code, locale()), code);
    }

    public String role(String role) {
        return Objects.requireNonNullElse(messages.getMessage("role." + role, null, role, locale()), role);
    }

    public String who(StaffMember member) {
        return member.name() + " (" + role(member.role()) + ")";
    }

    private static DateTimeFormatter format(String german, String english, Locale locale) {
        return DateTimeFormatter.ofPattern("en".equals(locale.getLanguage()) ? english : german, locale);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
