package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// German or English: by `?lang=`, else as chosen before (a cookie of all services), else by `Accept-Language`, else
/// German.
class Languages implements LocaleResolver {

    static final String COOKIE = "thami-language";
    static final String PARAMETER = "lang";
    static final List<Locale> KNOWN = List.of(Locale.GERMAN, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = known(parameter(request));
        if (asked != null) return asked;
        var cookie = WebUtils.getCookie(request, COOKIE);
        var chosen = known(cookie == null ? null : cookie.getValue());
        return chosen != null ? chosen : accepted(request.getHeader("Accept-Language"));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }

    static @Nullable Locale known(@Nullable String language) {
        return KNOWN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }

    /// The query alone: asking for a parameter would read the body of a form, before anybody bounds it.
    static @Nullable String parameter(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) return null;
        for (var part : query.split("&")) {
            if (part.startsWith(PARAMETER + "=")) return part.substring(PARAMETER.length() + 1);
        }
        return null;
    }

    private static Locale accepted(@Nullable String header) {
        if (header == null) return Locale.GERMAN;
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
            return found != null ? found : Locale.GERMAN;
        } catch (IllegalArgumentException _) {
            return Locale.GERMAN;
        }
    }
}
