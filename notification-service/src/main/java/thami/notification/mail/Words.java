package thami.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.support.ResourceBundleMessageSource;

/// What letters say in one language: `mail/words_*.properties`.
final class Words {

    private static final ResourceBundleMessageSource ALL = all();

    private final Locale language;

    Words(Locale language) {
        this.language = language;
    }

    Locale language() {
        return language;
    }

    String say(String key, Object... details) {
        return ALL.getMessage(key, details, language);
    }

    /// `key.1`, `key.2` … as far as they go.
    List<String> each(String key, Object... details) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> ALL.getMessage(key + "." + number, details, "", language))
                .map(Objects::requireNonNull)
                .takeWhile(found -> !found.isEmpty())
                .toList();
    }

    private static ResourceBundleMessageSource all() {
        var all = new ResourceBundleMessageSource();
        all.setBasename("mail/words");
        all.setDefaultEncoding(UTF_8.name());
        all.setFallbackToSystemLocale(false);
        all.setAlwaysUseMessageFormat(true);
        return all;
    }
}
