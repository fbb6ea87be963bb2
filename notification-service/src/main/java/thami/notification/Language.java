package thami.notification;

import java.util.Locale;

/// The languages we write in. German comes first: it is used for any language that we do not know.
public enum Language {
    DE(Locale.GERMAN),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public static Language of(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("en") ? EN : DE;
    }
}
