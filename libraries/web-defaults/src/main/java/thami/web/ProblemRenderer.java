package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/// Says a problem: looks the words up and writes them as JSON or as a page.
class ProblemRenderer {

    private static final Logger log = LoggerFactory.getLogger(ProblemRenderer.class);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final ObjectProvider<ViewResolver> pages;

    ProblemRenderer(
            MessageSource messages, LocaleResolver locales, JsonMapper json, ObjectProvider<ViewResolver> pages) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
        this.pages = pages;
    }

    void render(Problem problem, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) return; // half an answer is out already: adding to it would only garble it
        response.resetBuffer();
        var locale = locales.resolveLocale(request);
        var members = members(problem, locale);
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        if (WantsPage.test(request)) {
            writePage(members, locale, request, response);
        } else {
            response.setCharacterEncoding((String) null); // JSON is UTF-8 by definition
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), members);
        }
    }

    private void writePage(
            Map<String, Object> members, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        try {
            page(locale).render(Map.of("problem", members), request, response);
        } catch (Exception broken) {
            log.error("The page of a problem cannot be shown", broken);
            if (response.isCommitted()) return;
            response.resetBuffer();
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(members.get("title") + "\n\n" + members.get("detail"));
        }
    }

    private View page(Locale locale) throws Exception {
        for (var resolver : pages.orderedStream().toList()) {
            var page = resolver.resolveViewName("thami/problem", locale);
            if (page != null) return page;
        }
        throw new IllegalStateException("no template thami/problem");
    }

    private Map<String, Object> members(Problem problem, Locale locale) {
        var status = problem.status().value();
        var errors = problem.errors().stream().map(error -> said(error, locale)).toList();
        return Problem.members(
                problem.code(), title(problem.code(), status, locale), status, detail(problem, locale), errors);
    }

    private Map<String, String> said(Problem.FieldError error, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        said.put("field", error.field());
        said.put("message", messages.getMessage(error.message(), locale));
        return said;
    }

    private String title(String code, int status, Locale locale) {
        return say(locale, new Object[0], "problem." + code + ".title", "problem.status." + status);
    }

    private String detail(Problem problem, Locale locale) {
        return say(locale, problem.arguments(), "problem." + problem.code(), "problem.internal-error");
    }

    /// The message of the first code that has one.
    private String say(Locale locale, Object[] arguments, String... codes) {
        return messages.getMessage(new DefaultMessageSourceResolvable(codes, arguments, codes[0]), locale);
    }
}
