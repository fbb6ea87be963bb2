package thami.platform;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The languages of the platform's own pages, and the words in them. German unless the reader asks otherwise.
enum Language {
    DE,
    EN;

    private final ResourceBundle words = ResourceBundle.getBundle(
            "thami.platform.words",
            Locale.of(code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /// What was asked for by name wins over what the browser prefers.
    static Language of(@Nullable String asked, @Nullable String acceptLanguage) {
        if (asked != null) return "en".equals(asked) ? EN : DE;
        try {
            var ranges = Locale.LanguageRange.parse(Objects.requireNonNullElse(acceptLanguage, "de"));
            return "en".equals(Locale.lookupTag(ranges, List.of("de", "en"))) ? EN : DE;
        } catch (IllegalArgumentException malformed) {
            return DE;
        }
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Language other() {
        return this == DE ? EN : DE;
    }

    String word(String key, Object... arguments) {
        return words.getString(key).formatted(arguments);
    }
}
