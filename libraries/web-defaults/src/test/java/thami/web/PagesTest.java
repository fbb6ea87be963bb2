package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.testing.Browser;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;

@SampleTest
class PagesTest {

    static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    StaffProvider provider;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void areAccessibleFromPhoneToDesktopInBothLanguages(String language) {
        var page = browser.page(language, Browser.DESK);
        var complaints = complaints(page);
        for (var path : List.of("page", "form", "nowhere", "outage")) {
            page.navigate(address(path));
            Browser.look(page, path + "-" + language);
        }
        page.navigate(address("form"));
        Browser.click(page.locator("button.govuk-button"));
        Browser.look(page, "errors-" + language);
        assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
    }

    @Test
    void moveTheFocusToTheErrorsAndFromThereToTheField() {
        var page = browser.page("de", Browser.DESK);
        page.navigate(address("form"));
        Browser.click(page.locator("button.govuk-button"));
        assertThat(page.title()).startsWith("Fehler: ");
        Browser.awaitFocus(page, ".govuk-error-summary");
        assertThat(page.locator(".govuk-error-summary a").first().textContent()).isEqualTo("Name: Diese Angabe fehlt.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Browser.awaitFocus(page, "#name");
    }

    @Test
    void haveASkipLinkAsTheFirstStopOfTheKeyboard() {
        var page = browser.page("de", Browser.DESK);
        page.navigate(address("form"));
        page.keyboard().press("Tab");
        assertThat(focused(page)).contains("govuk-skip-link");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        Browser.awaitFocus(page, "#name");
    }

    @Test
    void workWithoutScripts() {
        var page = browser.pageWithoutScripts("de", Browser.PHONE);
        page.navigate(address("form"));
        Browser.click(page.locator("button.govuk-button"));
        assertThat(page.locator(".govuk-error-summary a").count()).isEqualTo(5);
        Browser.click(page.locator(".govuk-error-summary a").first());
        assertThat(page.url()).endsWith("#name");
        Browser.click(page.locator(".thami-language a[lang=en]"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void showStaffWhoTheyAre() {
        provider.signingIn(Person.of("ada", "admissions"));
        var http = new Http(port);
        http.follow(http.page("/staff/sample"));
        var page = browser.page("de", Browser.PHONE);
        handOver(http, page);
        page.navigate(address("staff/sample"));
        assertThat(page.locator(".thami-header__staff").textContent()).contains("Angemeldet: ada (Test)");
        Browser.assertAccessible(page);
        Browser.picture(page, "staff-de-360");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void tellStaffThatAFormIsLost(String language) {
        provider.signingIn(Person.of("ada", "admissions"));
        var http = new Http(port);
        var token = Http.formToken(http.page("/form"));
        http.follow(http.post("/staff/sample/me", "_csrf=" + token), 3); // to the page itself, which says it once
        var page = browser.page(language, Browser.DESK);
        handOver(http, page);
        page.navigate(address("staff/sample"));
        assertThat(page.locator("[role=alert][aria-labelledby=lost-form-title]").count())
                .isEqualTo(1);
        Browser.look(page, "lost-form-" + language);
    }

    private void handOver(Http http, Page page) {
        http.cookies()
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> page.context()
                        .addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(address("")))));
    }

    @Test
    void showNamesInATypefaceThatHasTheirLetters() {
        var page = browser.page("de", Browser.DESK);
        page.navigate(address("page"));
        assertThat(
                        page.evaluate(
                                "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').length)"))
                .isNotEqualTo(0);
        assertThat(page.evaluate("document.fonts.check('400 16px \"Noto Sans\"', 'ŞşĞğıŁłßẞŻółćĐặ')"))
                .isEqualTo(true);
        var fonts = new ArrayList<String>();
        page.onRequest(request -> fonts.add(request.url()));
        page.reload();
        assertThat(fonts).allMatch(url -> url.startsWith(address("")));
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        return complaints;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.className"));
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
