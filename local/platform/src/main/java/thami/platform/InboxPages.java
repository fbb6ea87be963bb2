package thami.platform;

import static thami.platform.Html.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// The inbox as HTML, in the language of its reader.
record InboxPages(Language language) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Berlin"));

    String list(List<Mail> mails, int kept) {
        var rows = mails.stream().map(this::row).collect(Collectors.joining("\n"));
        return page(word("inbox.title"), """
                <h1>%s</h1>
                <p>%s</p>
                <form method="get" action="/" role="search">
                <label for="to">%s</label>
                <input id="to" name="to" type="email" autocomplete="off">
                <input type="hidden" name="lang" value="%s">
                <button>%s</button>
                </form>
                %s
                """.formatted(
                        word("inbox.title"),
                        word("inbox.lead", kept),
                        word("inbox.to"),
                        language.code(),
                        word("inbox.search"),
                        mails.isEmpty() ? "<p class=\"empty\">" + word("inbox.empty") + "</p>" : table(rows)));
    }

    private String table(String rows) {
        return """
                <div class="wide" role="region" aria-label="%1$s" tabindex="0">
                <table><caption class="hidden">%1$s</caption>
                <thead><tr><th scope="col">%2$s</th><th scope="col">%3$s</th><th scope="col">%4$s</th></tr></thead>
                <tbody>%5$s</tbody></table></div>
                """.formatted(word("inbox.title"), word("inbox.subject"), word("inbox.to"), word("inbox.date"), rows);
    }

    private String row(Mail mail) {
        return "<tr><th scope=\"row\"><a href=\"/messages/%s?lang=%s\">%s</a></th><td>%s</td><td>%s</td></tr>"
                .formatted(
                        mail.id(),
                        language.code(),
                        mail.subject().isBlank() ? word("inbox.no-subject") : escape(mail.subject()),
                        escape(String.join(", ", mail.to())),
                        date(mail));
    }

    String mail(Mail mail) {
        var headers = mail.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> "<dt>%s</dt><dd>%s</dd>".formatted(escape(header.getKey()), escape(value))))
                .collect(Collectors.joining("\n"));
        return page(mail.subject(), """
                <p><a href="/?lang=%1$s">%2$s</a></p>
                <h1>%3$s</h1>
                <dl class="facts"><dt>%4$s</dt><dd>%5$s</dd><dt>%6$s</dt><dd>%7$s</dd><dt>%8$s</dt><dd>%9$s</dd></dl>
                %10$s
                <details><summary>%11$s</summary><dl class="facts">%12$s</dl></details>
                <p><a href="/messages/%13$s.eml" download>%14$s</a></p>
                """.formatted(
                        language.code(),
                        word("inbox.back"),
                        escape(mail.subject()),
                        word("inbox.from"),
                        escape(mail.from()),
                        word("inbox.to"),
                        escape(String.join(", ", mail.to())),
                        word("inbox.date"),
                        date(mail),
                        bodies(mail),
                        word("inbox.headers"),
                        headers,
                        mail.id(),
                        word("inbox.source")));
    }

    private String bodies(Mail mail) {
        var html = mail.html() == null
                ? ""
                : "<h2>HTML</h2><iframe class=\"mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"%s\" src=\"/messages/%s/html\"></iframe>"
                        .formatted(word("inbox.html"), mail.id());
        var text = mail.text() == null
                ? ""
                : "<h2>%s</h2><pre class=\"mail\">%s</pre>".formatted(word("inbox.text"), Html.withLinks(mail.text()));
        return text + html;
    }

    String notFound() {
        return page(
                word("not-found.title"),
                "<h1>%s</h1><p><a href=\"/\">%s</a></p>".formatted(word("not-found.title"), word("inbox.back")));
    }

    private static String date(Mail mail) {
        return mail.date() == null ? "" : TIME.format(mail.date());
    }

    private String page(String title, String body) {
        return Html.page(language, title, body);
    }

    private String word(String key, Object... arguments) {
        return escape(language.word(key, arguments));
    }
}
