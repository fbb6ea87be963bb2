package thami.platform;

import static thami.platform.Html.escape;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sign-in page, complete without script.
@RestController
class LoginPage {

    static final String PATH = "/login";

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String form(
            HttpServletRequest request,
            CsrfToken csrf,
            @RequestParam(name = "lang", required = false) @Nullable String asked,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String preferred) {
        var language = Language.of(asked, preferred);
        var title = escape(language.word("login.title"));
        return Html.page(language, title, """
                %s<h1>%s</h1>
                <p>%s</p>
                <form method="post" action="%s">
                <div class="field"><label for="username">%s</label>
                <input type="text" id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
                <div class="field"><label for="password">%s</label>
                <input type="password" id="password" name="password" autocomplete="current-password" required></div>
                <input type="hidden" name="%s" value="%s">
                <button>%s</button>
                </form>
                """.formatted(
                        notice(request, language),
                        title,
                        escape(language.word("login.lead")),
                        PATH,
                        escape(language.word("login.user")),
                        escape(language.word("login.password")),
                        escape(csrf.getParameterName()),
                        escape(csrf.getToken()),
                        escape(language.word("login.submit"))));
    }

    private static String notice(HttpServletRequest request, Language language) {
        if (request.getParameterMap().containsKey("signed-out")) {
            return "<p class=\"note\" role=\"status\">%s</p>".formatted(escape(language.word("login.signed-out")));
        }
        if (!request.getParameterMap().containsKey("error")) return "";
        return "<div class=\"error\" role=\"alert\" tabindex=\"-1\" autofocus><h2>%s</h2><p><a href=\"#username\">%s</a></p></div>"
                .formatted(escape(language.word("login.failed.title")), escape(language.word("login.failed")));
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String signedIn(@RequestHeader(name = "Accept-Language", required = false) @Nullable String preferred) {
        var language = Language.of(null, preferred);
        var title = language.word("login.signed-in");
        return Html.page(language, title, "<h1>%s</h1>".formatted(escape(title)));
    }

    @GetMapping(path = Html.STYLESHEET, produces = "text/css;charset=UTF-8")
    String stylesheet() {
        return new StartPage("", "").stylesheet();
    }
}
