package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.testing.Browser;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;

/// Every page, in both languages, from telephone to desktop: no violation of WCAG 2.2 AA, nothing that scrolls
/// sideways. Pictures go into the folder THAMI_SCREENSHOTS.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest implements WithMailSink {

    private static final RecipientId PERSON = new RecipientId(UUID.randomUUID());

    @LocalServerPort
    int port;

    private Browser chromium;
    private List<Cookie> session;

    @BeforeAll
    void aPersonHasMailsInEveryState(
            @Autowired Neighbours neighbours, @Autowired Notifications notifications, @Autowired StaffProvider staff) {
        chromium = Browser.start();
        WithMailSink.apply(neighbours, PERSON.value(), "de");
        await().until(() -> !notifications
                .newest(new Notifications.Selection(PERSON, null, null), 1)
                .isEmpty());
        for (var state : Notification.State.values()) notifications.addIfAbsent(StaffTest.held(message(state)));
        var resent = message(Notification.State.SENT);
        resent = notifications.findById(resent.id()).orElseThrow();
        resent.resend(Samples.STAFF, "Im Spam gelandet", Samples.NOON);
        notifications.save(StaffTest.held(resent));
        staff.signingIn(Person.of("olga", "operations"));
        var browser = new FormBrowser(port);
        browser.open("/staff/notification");
        session = browser.cookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://localhost:" + port))
                .toList();
    }

    private static Notification message(Notification.State state) {
        return Samples.in(state, id(state), PERSON, Samples.ADMITTED);
    }

    private static NotificationId id(Notification.State state) {
        return NotificationId.ofFact("test", PERSON.value().toString(), state.ordinal() + 1);
    }

    @AfterAll
    void end() {
        if (chromium != null) chromium.close();
    }

    static Stream<Arguments> pages() {
        var pages = Stream.concat(
                Stream.of(
                        Map.entry("list", "/staff/notification?q=" + PERSON.value()),
                        Map.entry("list-none", "/staff/notification?q=nobody")),
                Stream.of(Notification.State.values())
                        .map(state -> Map.entry(
                                "message-" + state,
                                "/staff/notification/messages/" + id(state).value())));
        return pages.flatMap(
                page -> Stream.of("de", "en").map(language -> Arguments.of(page.getKey(), page.getValue(), language)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pages")
    void keepsNobodyOut(String name, String path, String language) {
        try (var context = context(language)) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + path);

            Browser.look(page, "notification-" + name + "-" + language);
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        }
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("forms")
    void namesWhatIsMissingAndLeadsThere(String name, String path, String language) {
        try (var context = context(language)) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + path);
            Browser.click(page.locator("form button.govuk-button").last());
            Browser.awaitFocus(page, ".govuk-error-summary");

            Browser.look(page, "notification-" + name + "-error-" + language);
            Browser.click(page.locator(".govuk-error-summary a"));
            Browser.awaitFocus(page, "#reason");
        }
    }

    static Stream<Arguments> forms() {
        return pages().filter(page -> page.get()[0].equals("message-FAILED"));
    }

    @ParameterizedTest(name = "mail {2}")
    @MethodSource("mails")
    void aMailKeepsNobodyOutEither(String name, String path, String language) {
        try (var context = context(language)) {
            var page = context.newPage();
            var occasion = new Occasion.Waitlisted(Samples.TITLE, 3, Samples.NOON);
            page.setContent(thami.notification.mail.SampleLetters.write(occasion, Language.of(language))
                    .html());

            Browser.look(page, "notification-mail-" + language);
        }
    }

    static Stream<Arguments> mails() {
        return pages().filter(page -> page.get()[0].equals("list"));
    }

    private BrowserContext context(String language) {
        var context = chromium.context(language.equals("de") ? "de-DE" : "en-GB", Browser.DESK, true);
        context.addCookies(session.stream()
                .filter(cookie -> !cookie.name.equals("thami-language"))
                .toList());
        return context;
    }
}
