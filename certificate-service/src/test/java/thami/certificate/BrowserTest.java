package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import thami.testing.Browser;
import thami.testing.Entrance;
import thami.testing.StaffProvider.Person;
import thami.web.Links;

/// Every page in a real browser, in both languages, narrow and wide: no barrier, nothing scrolls sideways.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest extends WholeService {

    private static final Entrance ENTRANCE = new Entrance();

    @LocalServerPort
    private int port;

    @Autowired
    private Links links;

    private Browser browser;
    private Map<String, String> open;
    private Map<String, String> forStaff;
    private String number;
    private String record;

    /// The provider sends people back to the public address, so there has to be one.
    @DynamicPropertySource
    static void publicAddress(DynamicPropertyRegistry properties) {
        properties.add("thami.public-url", ENTRANCE::address);
    }

    @BeforeAll
    void tell() {
        browser = Browser.start();
        ENTRANCE.leadTo(port);
        var incomplete = UUID.randomUUID();
        enrolled(incomplete, "Olena Beispiel");
        var early = UUID.randomUUID();
        neighbours.publish(completion(early, 2, MODULES.get(0)));
        var ended = ready("Bo Zurück");
        neighbours.publish(ending(ended, 4));
        var ready = ready("Şule Beispiel-Yıldız");
        var prepared = ready("Maximiliane-Wilhelmine von Beispielhausen-Musterstadt");
        prepared(prepared);
        var released = released(ready("Jürgen Müller"));
        var toClarify = ready("Li Lei Beispiel");
        var contradicted = released(toClarify).get("certificateId").asString();
        neighbours.publish(correction(toClarify, 4));
        neighbours.publish(ending(toClarify, 5));
        neighbours.awaitRead(PARTICIPATIONS);
        var certificate = released.get("certificateId").asString();
        number = released.get("number").asString();
        record = "/staff/certificate/certificates/" + certificate;

        open = new LinkedHashMap<>();
        open.put("verify", "/verify");
        open.put("verify-mistyped", "/verify?number=ABC");
        open.put("valid", "/verify/" + released.get("number").asString());
        open.put("unknown", "/verify/" + Story.NUMBER.grouped());
        open.put("holder", "/certificate/" + links.token("certificate", UUID.fromString(certificate), 1));
        open.put("holder-wrong-link", "/certificate/wrong");
        forStaff = new LinkedHashMap<>();
        forStaff.put("list-ready", "/staff/certificate");
        forStaff.put("list-incomplete", "/staff/certificate?state=INCOMPLETE");
        forStaff.put("list-released", "/staff/certificate?state=RELEASED");
        forStaff.put("list-ended", "/staff/certificate?state=ENDED");
        forStaff.put("entitlement-ready", "/staff/certificate/entitlements/" + ready);
        forStaff.put("entitlement-incomplete", "/staff/certificate/entitlements/" + incomplete);
        forStaff.put("entitlement-early", "/staff/certificate/entitlements/" + early);
        forStaff.put("entitlement-ended", "/staff/certificate/entitlements/" + ended);
        forStaff.put("release", "/staff/certificate/entitlements/" + prepared + "/release");
        forStaff.put("record", record);
        forStaff.put("entitlement-contradicted", "/staff/certificate/entitlements/" + toClarify);
        forStaff.put("record-contradicted", "/staff/certificate/certificates/" + contradicted);
        forStaff.put("search-unknown", "/staff/certificate/certificates?number=" + Story.NUMBER.grouped());
        forStaff.put("search-mistyped", "/staff/certificate/certificates?number=ABC");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        ENTRANCE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "en-GB"})
    void everyPageIsFreeOfBarriers(String language) {
        try (var context = browser.context(language, Browser.DESK, true)) {
            var name = "-" + language.substring(0, 2);
            var page = context.newPage();
            open.forEach((what, path) -> look(page, path, what + name));
            signIn(context, "certification");
            forStaff.forEach((what, path) -> look(page, path, what + name));
            signOut(context);
            signIn(context, "admissions");
            look(page, forStaff.get("release"), "release-refused" + name);
            assertThat(page.locator("form[action$=release] button").isDisabled())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "certification"})
    void theRecordIsFoundByTheNumberOnPaper(String role) {
        try (var context = browser.german()) {
            signIn(context, "staff-" + role, role);
            var page = context.newPage();
            look(page, "/staff/certificate", "search-" + role);
            search(page, Story.NUMBER.grouped());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Unter dieser Nummer wurde kein Zertifikat ausgestellt.");
            search(page, number.toLowerCase(Locale.ROOT).replace('-', ' '));
            assertThat(page.url()).endsWith(record);
            assertThat(page.locator("main").textContent()).contains("Jürgen Müller");
            Browser.look(page, "record-" + role);
            Browser.click(page.locator(".govuk-back-link"));
            assertThat(page.locator("#number").isVisible()).isTrue();
        }
    }

    private static void search(Page page, String number) {
        page.locator("#number").fill(number);
        Browser.click(page.locator("main form button"));
    }

    @Test
    void whoOnlyReadsRecordsIsShownNoListOfPeople() {
        try (var context = browser.german()) {
            signIn(context, "staff-audit", "audit");
            var page = context.newPage();
            page.navigate(at("/staff/certificate?state=RELEASED"));
            assertThat(page.locator("main").textContent())
                    .contains("Zertifikatsnummer")
                    .doesNotContain("Jürgen");
        }
    }

    @Test
    void aCertificateIsPreparedLookedAtAndReleasedWithoutJavaScript() {
        var participation = ready("Ada Ohneskript");
        try (var context = browser.context("de-DE", Browser.DESK, false)) {
            signIn(context, "certification");
            var page = context.newPage();
            page.navigate(at("/staff/certificate/entitlements/" + participation));
            Browser.click(page.locator("form[action$=preview] button"));
            assertThat(page.url()).endsWith("/release");
            Browser.click(page.locator("form[action$=release] button"));
            assertThat(page.url()).contains("/staff/certificate/certificates/");
            assertThat(page.content()).contains("Das Zertifikat ist freigegeben", "Ada Ohneskript");
            page.navigate(page.url().replace("?released", ""));
            assertThat(page.content()).contains("Ada Ohneskript").doesNotContain("Das Zertifikat ist freigegeben");
            page.navigate(at("/staff/certificate?state=RELEASED"));
            assertThat(page.content()).contains("Ada Ohneskript").doesNotContain("Hier ist gerade niemand");
        }
    }

    @Test
    void aRefusalIsToldOnThePageItself() {
        var participation = ready("李雷");
        try (var context = browser.german()) {
            signIn(context, "certification");
            var page = context.newPage();
            page.navigate(at("/staff/certificate/entitlements/" + participation));
            Browser.click(page.locator("form[action$=preview] button"));
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("U+674E");
            Browser.look(page, "name-refused-de");
            readInEnglish(page, "/staff/certificate/entitlements/" + participation);
        }
    }

    @Test
    void aReleaseThatIsRefusedCanBeReadInTheOtherLanguage() {
        var participation = ready("Ada Andersprache");
        prepared(participation);
        try (var context = browser.german()) {
            signIn(context, "certification");
            var page = context.newPage();
            page.navigate(at("/staff/certificate/entitlements/" + participation + "/release"));
            page.locator("input[name=sha256]").evaluate("shown => shown.value = 'of-another-file'");
            Browser.click(page.locator("form[action$=release] button"));
            assertThat(page.locator(".govuk-error-summary").count()).isOne();
            readInEnglish(page, "/staff/certificate/entitlements/" + participation);
        }
    }

    private void readInEnglish(Page page, String path) {
        var english = page.waitForNavigation(() -> Browser.click(page.locator(".thami-language a[lang=en]")));
        assertThat(english.status()).isEqualTo(200);
        assertThat(page.url()).isEqualTo(at(path + "?lang=en"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void aFileIsComparedInTheBrowserAndNeverSent() throws IOException {
        var released = released(ready("Ada Datei"));
        var file = java.nio.file.Files.write(java.nio.file.Files.createTempFile("certificate", ".pdf"), pdf(released));
        try (var context = browser.german()) {
            var page = context.newPage();
            page.navigate(at("/verify/" + released.get("number").asString()));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            var sent = new java.util.concurrent.atomic.AtomicInteger();
            page.onRequest(request -> {
                if (!request.url().endsWith("icon.svg")) sent.incrementAndGet();
            });
            page.locator("#file").setInputFiles(file);
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#file-result"))
                    .containsText("unverändert");
            page.locator("#file").setInputFiles(new java.nio.file.Path[0]);
            java.nio.file.Files.writeString(file, "tampered");
            page.locator("#file").setInputFiles(file);
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#file-result"))
                    .containsText("nicht die ausgestellte");
            assertThat(sent).hasValue(0);
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(at(path));
        Browser.look(page, name);
    }

    private void signIn(BrowserContext context, String subject) {
        signIn(context, subject, "certification");
    }

    private void signIn(BrowserContext context, String subject, String role) {
        staff.signingIn(Person.of(subject, role));
        var page = context.newPage();
        page.navigate(at("/staff/certificate"));
        page.close();
    }

    private static void signOut(BrowserContext context) {
        context.clearCookies();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
