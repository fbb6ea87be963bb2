package thami.registration;

import java.util.Locale;

/// What a person is written to in.
public enum Language {
    DE,
    EN;

    /// The ISO 639 code, as in pages, requests and events.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if the programme does not write in this language
    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
