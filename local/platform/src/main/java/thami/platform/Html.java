package thami.platform;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The frame of the platform's own pages; everything of others is escaped before it comes in here.
final class Html {

    /// Nothing from elsewhere, no script at all; forms go to where the page came from.
    static final String CONTENT_SECURITY_POLICY = policy(List.of());

    static final String STYLESHEET = "/platform.css";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"&]+(?:&amp;[^\\s<>\"&]+)*");

    private Html() {}

    /// @param formTargets other origins to which the answer to a form may send on
    static String policy(Collection<String> formTargets) {
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; "
                + "form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(formTargets.stream().map(it -> " " + it).collect(Collectors.joining()));
    }

    static String page(Language language, String title, String body) {
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>%2$s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%3$s">
                </head>
                <body>
                <a class="skip" href="#main">%4$s</a>
                <header><p class="brand">ThAMI <span>%5$s</span></p>
                <nav aria-label="%6$s"><a href="?lang=%7$s" lang="%7$s" hreflang="%7$s">%8$s</a></nav></header>
                <main id="main" tabindex="-1">
                %9$s
                </main>
                <footer><p>%10$s</p></footer>
                </body>
                </html>
                """.formatted(
                        language.code(),
                        escape(title),
                        STYLESHEET,
                        escape(language.word("skip")),
                        escape(language.word("environment")),
                        escape(language.word("language")),
                        language.other().code(),
                        escape(language.other().word("this-language")),
                        body,
                        escape(language.word("footer")));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// Escaped text whose web addresses can be followed.
    static String withLinks(String text) {
        return ADDRESS.matcher(escape(text)).replaceAll("<a href=\"$0\">$0</a>");
    }
}
