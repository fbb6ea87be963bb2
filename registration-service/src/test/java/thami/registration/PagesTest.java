package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.Browser;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.web.Links;

/// The applicant's pages in a real browser.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    @LocalServerPort
    int port;

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Links links;

    private Browser browser;
    private UUID call;

    @BeforeAll
    void open() {
        browser = Browser.start();
        call = new Doors(http, neighbours).openCall();
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "en-GB"})
    void everyPageIsFreeOfBarriers(String language) {
        try (var context = browser.context(language, Browser.DESK, true)) {
            var page = context.newPage();
            var name = "-" + language.substring(0, 2);
            pages().forEach((what, path) -> {
                assertThat(page.navigate(at(path)).status()).as(what).isLessThan(500);
                Browser.look(page, what + name);
            });
            page.navigate(at("/apply/" + call + "/application"));
            send(page);
            Browser.look(page, "form-errors" + name);
            fillIn(page, "Şule Beispiel-Yıldız");
            Browser.look(page, "form-filled" + name);
            send(page);
            Browser.look(page, "check" + name);
            send(page);
            Browser.look(page, "confirmation" + name);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void applyingWorksWithAndWithoutJavaScript(boolean script) {
        try (var context = browser.context("de-DE", Browser.DESK, script)) {
            var page = apply(context, "Bo");

            assertThat(page.url()).endsWith("/confirmation");
            assertThat(page.locator("h1").innerText()).isEqualTo("Ihre Bewerbung ist eingegangen");
            page.navigate(at(statusPath(page)));
            assertThat(page.locator("main").innerText())
                    .contains("Eingegangen", "Bo", "Entscheidung über Ihre Bewerbung");
        }
    }

    @Test
    void applyingWorksWithTheKeyboardAlone() {
        try (var context = browser.german()) {
            var page = context.newPage();
            page.navigate(at("/apply/" + call));
            reach(page, "Jetzt bewerben");
            page.waitForNavigation(() -> page.keyboard().press("Space")); // it is announced as a button
            tabTo(page, "name");
            page.keyboard().type("Bo");
            tabTo(page, "email");
            page.keyboard().type("bo@post.example");
            tabTo(page, "targetGroup");
            page.keyboard().press("Space");
            follow(page, "Weiter zum Prüfen");
            follow(page, "Bewerbung absenden");

            assertThat(page.locator("h1").innerText()).isEqualTo("Ihre Bewerbung ist eingegangen");
        }
    }

    @Test
    void whatIsWrongGetsTheFocusAndLeadsToItsField() {
        try (var context = browser.german()) {
            var page = context.newPage();
            page.navigate(at("/apply/" + call + "/application"));
            page.locator("#email").fill("bo");
            send(page);

            assertThat(page.title()).startsWith("Fehler: ");
            Browser.awaitFocus(page, ".govuk-error-summary");
            Browser.click(page.locator(".govuk-error-summary a").first());
            Browser.awaitFocus(page, "#name");
            assertThat(page.locator("#email").inputValue()).isEqualTo("bo");
        }
    }

    @Test
    void changingAnAnswerReturnsToTheCheck() {
        try (var context = browser.german()) {
            var page = filledIn(context);
            send(page);
            Browser.click(page.locator(".govuk-summary-list__actions a").first());
            page.locator("#name").fill("Bo Beispiel");
            send(page);

            assertThat(page.url()).endsWith("/check");
            assertThat(page.locator(".govuk-summary-list").innerText()).contains("Bo Beispiel");
        }
    }

    @Test
    void goingBackAndSendingAgainIsOneApplication() {
        try (var context = browser.german()) {
            var page = filledIn(context);
            send(page);
            var key = page.locator("input[name=key]").inputValue();
            var form = Map.of(
                    "key",
                    key,
                    "_csrf",
                    page.locator("input[name=_csrf]").first().inputValue());
            send(page);
            var data = com.microsoft.playwright.options.FormData.create();
            form.forEach(data::set);
            var again = context.request()
                    .post(
                            page.url().replace("/confirmation", "/check"),
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setForm(data));

            assertThat(again.url()).endsWith("/confirmation");
            assertThat(neighbours.received("registration.applications.v1", key)).hasSize(1);
        }
    }

    @Test
    void whoChangesWhatHadArrivedUnnoticedHearsThatItHas() {
        try (var context = browser.german()) {
            var page = filledIn(context);
            send(page);
            var key = UUID.fromString(page.locator("input[name=key]").inputValue());
            new Doors(http, neighbours).apply(key, Doors.submission(call)); // stands for an answer that was lost
            Browser.click(page.locator(".govuk-summary-list__actions a").first());
            send(page);
            send(page);

            assertThat(page.url()).endsWith("/confirmation");
            Browser.look(page, "confirmation-earlier-de");
            assertThat(page.locator("main").innerText()).contains("war schon bei uns angekommen");
            page.reload();
            assertThat(page.locator("main").innerText()).doesNotContain("war schon bei uns angekommen");
        }
    }

    @Test
    void whoSendsAfterTheAnswersAreGoneHearsThatNothingWasSent() {
        try (var context = browser.german()) {
            var page = filledIn(context);
            send(page);
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*-draft")));
            send(page);

            assertThat(page.url()).endsWith("/application");
            Browser.look(page, "form-expired-de");
            assertThat(page.locator(".govuk-notification-banner").innerText()).contains("noch nicht gesendet");
        }
    }

    /// A field that says how long it may be takes no more from the keyboard; a program that fills in may.
    @Test
    void whoSendsMoreThanAFormHoldsHearsWhatToDo() {
        try (var context = browser.german()) {
            var page = filledIn(context);
            page.locator("#organisation").evaluate("it => it.value = 'x'.repeat(70000)");
            send(page);

            assertThat(page.locator("main").innerText())
                    .contains("Im Formular steht mehr, als angenommen wird. Bitte gehen Sie zurück");
            Browser.look(page, "form-too-large-de");
        }
    }

    /// Staff may have typed it, and cohort-service of another version may know more currencies than this one.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-DE | EUR | 120,50 €
            de-DE | ABC | 120,50 ABC
            en-GB | ABC | 120.50 ABC
            """)
    void aFeeInACurrencyThatIsNotKnownHereIsShownAsItCame(String language, String currency, String shown) {
        var priced = new Doors(http, neighbours)
                .call(data -> data.putObject("fee").put("amount", 120.5).put("currency", currency));
        try (var context = browser.context(language, Browser.DESK, true)) {
            var page = context.newPage();

            assertThat(page.navigate(at("/apply/" + priced)).status()).isEqualTo(200);
            assertThat(page.locator("main").innerText().replace('\u00a0', ' ')).contains(shown);
        }
    }

    @Test
    void aNameThatIsAScriptStaysText() {
        try (var context = browser.german()) {
            var page = context.newPage();
            page.navigate(at("/apply/" + call + "/application"));
            fillIn(page, "<img src=x onerror=alert(1)>");
            send(page);

            assertThat(page.locator("#name").inputValue()).isEqualTo("<img src=x onerror=alert(1)>");
            assertThat(page.locator("#name-error").innerText()).isNotEmpty();
        }
    }

    @Test
    void withdrawingAsksFirst() {
        try (var context = browser.german()) {
            var page = apply(context, "Bo");
            page.navigate(at(statusPath(page)));
            Browser.click(page.locator("text=Ich möchte meine Bewerbung zurückziehen"));
            send(page);

            assertThat(page.locator(".govuk-notification-banner--success").innerText())
                    .contains("Ihre Bewerbung ist zurückgezogen.");
            assertThat(page.locator("text=Ich möchte meine Bewerbung zurückziehen")
                            .count())
                    .isZero();
        }
    }

    /// Every page that can be looked at without filling anything in.
    private Map<String, String> pages() {
        var doors = new Doors(http, neighbours);
        var later = doors.call(
                data -> data.put("opensAt", "2098-01-01T09:00:00.000Z").put("sample", false));
        var over = doors.call(data -> data.put("closesAt", "2026-10-31T23:00:00.000Z"));
        var pages = new LinkedHashMap<String, String>();
        pages.put("calls", "/apply");
        pages.put("call", "/apply/" + call);
        pages.put("call-later", "/apply/" + later);
        pages.put("call-over", "/apply/" + over);
        pages.put("form", "/apply/" + call + "/application");
        pages.put("status-submitted", status());
        pages.put("status-waitlisted", status("application-waitlisted"));
        pages.put("status-admitted", status("application-admitted"));
        pages.put("status-declined", status("application-declined"));
        pages.put("withdrawal", status() + "/withdrawal");
        pages.put("link", "/status");
        pages.put("link-sent", "/status/sent");
        pages.put("link-unknown", "/status/unknown");
        pages.put("not-found", "/apply/" + UUID.randomUUID());
        pages.put("imprint", "/imprint");
        pages.put("privacy", "/privacy");
        pages.put("accessibility", "/accessibility");
        return pages;
    }

    private String status(String... decisions) {
        var application = UUID.randomUUID();
        new Doors(http, neighbours).apply(application, Doors.submission(call));
        var token = links.token("status", application, 1);
        for (var decision : decisions) {
            neighbours.publish(Example.of("cohort/" + decision + ".v1")
                    .about(call, ++sequence)
                    .with("callId", call.toString())
                    .with("applicationId", application.toString())
                    .with("decidedAt", "2026-12-01T09:00:00.000Z"));
        }
        Doors.eventually(
                () -> assertThat(new Doors(http, neighbours).status(token).get("timeline"))
                        .hasSize(1 + decisions.length));
        return "/status/" + token;
    }

    private int sequence;

    private Page apply(BrowserContext context, String name) {
        var page = context.newPage();
        page.navigate(at("/apply/" + call));
        Browser.click(page.locator("text=Jetzt bewerben"));
        fillIn(page, name);
        send(page);
        send(page);
        return page;
    }

    /// Presses the page's one button and waits for what comes.
    static void send(Page page) {
        page.waitForNavigation(() -> page.locator("main button").press("Enter"));
    }

    private Page filledIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(at("/apply/" + call + "/application"));
        fillIn(page, "Bo");
        return page;
    }

    static void fillIn(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("#email").fill("sule.beispiel@post.example");
        page.locator("#targetGroup").check();
        page.locator("#organisation").fill("Beispielverein Erfurt (Muster)");
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) return;
        }
        throw new AssertionError("The keyboard does not reach " + id);
    }

    private static void follow(Page page, String words) {
        reach(page, words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void reach(Page page, String words) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (words.equals(String.valueOf(page.evaluate("document.activeElement.innerText"))
                    .strip())) return;
        }
        throw new AssertionError("The keyboard does not reach " + words);
    }

    private static String statusPath(Page confirmation) {
        return confirmation.locator("a.thami-code").innerText().replaceAll("https?://[^/]*", "");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
