package thami.notification.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Moments as people write them, in Berlin's time: `${@moments.say(…, #locale)}` in templates.
@Component("moments")
public class Moments {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    public String say(Instant moment, Locale language) {
        var pattern = language.getLanguage().equals("en") ? "d MMM uuuu, HH:mm" : "dd.MM.uuuu, HH:mm 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, language).format(moment.atZone(BERLIN));
    }
}
