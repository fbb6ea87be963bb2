package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.server.PathContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import thami.cohort.intake.Intake;
import thami.testing.Browser;
import thami.testing.ComponentTest;
import thami.testing.Entrance;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;

/// The pages for staff in a real browser.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Person EVERYTHING = Person.of("anna-beispiel", "admissions", "course-management", "trainer");
    private static final Entrance ENTRANCE = new Entrance();

    private @LocalServerPort int port;
    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private @Autowired MongoOperations mongo;
    private @Autowired ConfigurableApplicationContext service;
    private Story story;
    private Browser browser;

    /// The provider sends people back to the public address, so there has to be one.
    @DynamicPropertySource
    static void publicAddress(DynamicPropertyRegistry properties) {
        properties.add("thami.public-url", ENTRANCE::address);
    }

    @BeforeAll
    void open() {
        browser = Browser.start();
        ENTRANCE.leadTo(port);
        story = new Story(http, neighbours, staff);
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
            var page = signedIn(context);
            var name = "-" + language.substring(0, 2);
            pages().forEach((what, path) -> {
                page.navigate(at(path));
                Browser.look(page, what + name);
            });
            page.navigate(at("/staff/cohort/cohorts/new"));
            press(page, "save");
            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains(language.startsWith("de") ? "Titel auf Deutsch: " : "Title in German: ")
                    .contains(
                            language.startsWith("de") ? "Modul 1, Titel auf Deutsch: " : "Module 1, Title in German: ");
            Browser.look(page, "plan-errors" + name);
            var waiting = story.applied(story.publishedCohort(1), "Olena Beispiel");
            page.navigate(at("/staff/cohort/candidates/" + waiting));
            Browser.click(page.locator("form[action$=decision] button"));
            Browser.awaitFocus(page, ".govuk-error-summary");
            Browser.look(page, "case-errors" + name);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCohortIsPlannedFilledAndFinishedWithAndWithoutJavaScript(boolean script) {
        try (var context = browser.context("de-DE", Browser.DESK, script)) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/new"));
            fillIn(page);
            press(page, "save");
            assertThat(page.locator("main").innerText()).contains("Der Jahrgang ist geplant.");
            Browser.click(page.locator("main >> text=Veröffentlichen"));
            Browser.click(page.locator("main button"));
            assertThat(page.locator("main").innerText()).contains("Der Jahrgang ist veröffentlicht.");
            var cohort = UUID.fromString(page.url().replaceAll(".*/cohorts/|\\?.*", ""));

            var id = story.applied(cohort, "Şule Beispiel-Yıldız");
            page.navigate(at("/staff/cohort/queue/" + cohort));
            Browser.click(page.locator("text=Şule Beispiel-Yıldız"));
            page.locator("#decision").check();
            page.locator("#legalBasis").check();
            page.locator("form[action$=decision] textarea").fill("erfüllt alle Voraussetzungen");
            Browser.click(page.locator("form[action$=decision] button"));
            assertThat(page.locator("main").innerText()).contains("Die Zusage ist gespeichert.", "Rechtsgrundlage A");

            await().untilAsserted(() -> story.participation(id));
            page.navigate(at("/staff/cohort/participants/" + id));
            page.locator("input[type=date]").first().fill("2026-03-09");
            Browser.click(page.locator("form button:has-text('Eintragen')").first());
            assertThat(page.locator("main").innerText()).contains("Eingetragen.", "am 09.03.2026");
        }
    }

    @Test
    void savingAPlanThatNobodyAlteredChangesNothing() {
        var planned = story.plannedCohort(Story.plan(2)
                .replace("[\"THUERGUSVO\",\"MIGRANT_ORGANISATION\"]", "[\"SAMPLE_GROUP\",\"THUERGUSVO\"]")
                .replace("\"EUR\"", "\"CHF\"")
                .replace("2026-01-12T08:00:00.000Z", "2026-01-12T08:00:01.500Z"));
        try (var context = browser.german()) {
            var page = signedIn(context);
            var plan = story.plan(planned);
            savedUnaltered(page, planned);
            assertThat(story.plan(planned)).isEqualTo(plan);

            story.publish(planned);
            savedUnaltered(page, planned);
            assertThat(story.plan(planned)).isEqualTo(plan);
            assertThat(neighbours.received("cohort.cohorts.v1", planned)).hasSize(1);
        }
    }

    private void savedUnaltered(Page page, UUID cohort) {
        page.navigate(at("/staff/cohort/cohorts/" + cohort + "/edit"));
        assertThat(page.locator("main").innerText()).contains("SAMPLE_GROUP", "Beitrag in CHF");
        press(page, "save");
        assertThat(page.locator("main").innerText()).contains("Die Änderungen sind gespeichert.");
    }

    @Test
    void aPlanThatOthersChangedMeanwhileIsSavedOnTopByWhoeverHasSeenWhatTheyChanged() {
        var planned = story.plannedCohort(2);
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/" + planned + "/edit"));
            page.locator("#place").fill("Jena (Beispielort)");
            var theirs = Story.plan(3).replace("Erfurt (Beispielort)", "Gera (Beispielort)");
            assertThat(story.change(planned, story.tag(planned), theirs)).isEqualTo(200);
            press(page, "save");

            assertThat(page.locator(".govuk-error-summary").innerText()).contains("inzwischen geändert");
            assertThat(page.locator("#place").inputValue()).isEqualTo("Jena (Beispielort)");
            assertThat(page.locator(".govuk-summary-list__key").allInnerTexts()).containsExactly("Ort", "Plätze");
            assertThat(page.locator(".govuk-summary-list__value").allInnerTexts())
                    .containsExactly("Gera (Beispielort)", "3");
            assertThat(story.plan(planned).get("seats").asInt()).isEqualTo(3);
            Browser.look(page, "plan-changed-meanwhile-de");

            page.locator("#seats").fill("3");
            press(page, "save");
            assertThat(page.locator("main").innerText()).contains("Die Änderungen sind gespeichert.");
            assertThat(story.plan(planned).get("place").asString()).isEqualTo("Jena (Beispielort)");
            assertThat(story.plan(planned).get("seats").asInt()).isEqualTo(3);
        }
    }

    @Test
    void theWindowOfACallThatStaffClosedIsShownAndNotAskedFor() {
        var closed = story.publishedCohort(2);
        story.close(closed);
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/" + closed + "/edit"));
            assertThat(page.locator("main").innerText())
                    .contains("Die Ausschreibung ist beendet.", "31.12.2099, 23:59");
            assertThat(page.locator("#closesAt").count()).isZero();
            page.locator("#seats").fill("3");
            press(page, "save");
            assertThat(page.locator("main").innerText()).contains("Die Änderungen sind gespeichert.");

            page.navigate(at("/staff/cohort/cohorts/" + closed + "/publication"));
            Browser.click(page.locator("main button"));
            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains("Sie wird nicht wieder geöffnet")
                    .doesNotContain("Verlängern");
        }
    }

    @Test
    void whatACertificateCannotShowIsRefusedBeforeItIsPlanned() {
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/new"));
            fillIn(page);
            page.locator("[name='modules[0].titleDe']").fill("Beratung → Praxis ✓");
            press(page, "save");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Modul 1, Titel auf Deutsch");
        }
    }

    @Test
    void whoeverHasRemovedAllModulesIsToldThatOneIsMissing() {
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/new"));
            fillIn(page);
            for (var i = 0; i < 3; i++) press(page, "remove-0");
            press(page, "save");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Modul 1, Titel auf Deutsch");
            assertThat(page.locator("#titleDe").inputValue()).isNotBlank();
        }
    }

    @Test
    void aWholeModuleIsTickedOffAndNobodyIsTickedBeforehand() {
        var cohort = story.publishedCohort(3);
        var first = story.enrolled(cohort, "Erste Person");
        story.enrolled(cohort, "Zweite Person");
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/cohorts/" + cohort + "/modules/" + Story.LAW));
            assertThat(page.locator("input:checked").count()).isZero();
            Browser.click(page.locator("main button"));
            Browser.awaitFocus(page, ".govuk-error-summary");
            page.locator("#completedOn").fill("2026-03-09");
            page.locator("input[value='" + first + "']").check();
            Browser.click(page.locator("main button"));

            assertThat(page.locator("main").innerText()).contains("Schon eingetragen", "Erste Person");
            assertThat(page.locator("input[type=checkbox]").count()).isEqualTo(1);
        }
    }

    @Test
    void aCaseIsDecidedWithTheKeyboardAlone() {
        var id = story.applied(story.publishedCohort(1), "Olena Beispiel");
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/candidates/" + id));
            tabTo(page, "decision");
            page.keyboard().press("Space");
            tabTo(page, "legalBasis");
            page.keyboard().press("Space");
            tabTo(page, "reason");
            page.keyboard().type("erfüllt alle Voraussetzungen");
            page.keyboard().press("Tab");
            page.waitForNavigation(() -> page.keyboard().press("Enter"));

            assertThat(page.locator("main").innerText()).contains("Die Zusage ist gespeichert.");
        }
    }

    @Test
    void whatOthersDecidedMeanwhileIsNotTakenBack() {
        var id = story.applied(story.publishedCohort(1), "Olena Beispiel");
        story.decide(id, "waitlisting", Map.of("reason", "Unterlagen fehlen noch"));
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/candidates/" + id));
            story.admit(id, "A").expectStatus().isOk();
            takeBack(page, "undo");
            assertThat(page.locator("main").innerText()).contains("Inzwischen wurde anders entschieden.");
            assertThat(page.locator("#undoReason").inputValue()).isEqualTo("verwechselt");
            assertThat(page.locator("#undoReason").isVisible()).isTrue();
            assertThat(story.candidate(id).get("status").asString()).isEqualTo("ADMITTED");

            takeBack(page, "undo");
            assertThat(page.locator("main").innerText()).contains("Die Entscheidung ist zurückgenommen.");
        }
    }

    @Test
    void nobodyIsDecidedOnBeforeItIsSeenWhatOthersDecidedMeanwhile() {
        var id = story.applied(story.publishedCohort(1), "Olena Beispiel");
        try (var context = browser.german()) {
            var page = signedIn(context);
            typeDecline(page, id);
            story.admit(id, "A").expectStatus().isOk();
            story.decide(id, "undo", Map.of("reason", "verwechselt"))
                    .expectStatus()
                    .isOk();
            assertDecidedMeanwhile(page);
            Browser.look(page, "case-decided-meanwhile-de");

            story.decide(id, "waitlisting", Map.of("reason", "Unterlagen fehlen noch"));
            assertDecidedMeanwhile(page);

            page.evaluate("document.querySelector('form[action$=decision] [name=decidedAt]').remove()");
            assertDecidedMeanwhile(page);
            assertThat(story.candidate(id).get("status").asString()).isEqualTo("WAITLISTED");

            Browser.click(page.locator("form[action$=decision] button"));
            assertThat(page.locator("main").innerText()).contains("Die Absage ist gespeichert.");
        }
    }

    /// What was chosen and typed is kept.
    private static void assertDecidedMeanwhile(Page page) {
        Browser.click(page.locator("form[action$=decision] button"));
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Inzwischen wurde anders entschieden.");
        assertThat(page.locator("input[value=DECLINE]").isChecked()).isTrue();
        assertThat(page.locator("#reason").inputValue()).isEqualTo("keine Zielgruppe");
    }

    @Test
    void theLegalBasisIsChangedOnTheCaseAndMistakesStandBesideTheirFields() {
        var cohort = story.publishedCohort(1);
        var id = story.enrolled(cohort, "Olena Beispiel");
        story.cancel(cohort);
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/candidates/" + id));
            assertThat(page.locator("form[action$=undo]").count()).isZero();
            Browser.click(page.locator("summary:has-text('Rechtsgrundlage ändern')"));
            var form = page.locator("form[action$=legal-basis]");
            assertThat(form.locator("input:checked").count()).isZero();
            form.locator("#evidence").fill("neue Stelle, Arbeitsvertrag liegt vor");
            Browser.click(form.locator("button"));
            Browser.awaitFocus(page, ".govuk-error-summary");
            assertThat(form.isVisible()).isTrue();
            assertThat(form.locator("#newBasis-error").innerText()).contains("Wählen Sie die Rechtsgrundlage.");
            assertThat(form.locator("#evidence").inputValue()).isEqualTo("neue Stelle, Arbeitsvertrag liegt vor");
            Browser.look(page, "case-legal-basis-errors-de");

            form.locator("#newBasis").check();
            Browser.click(form.locator("button"));
            assertThat(form.locator("#newBasis-error").innerText()).contains("Das ist schon die Rechtsgrundlage.");

            form.locator("#newBasis-2").check();
            Browser.click(form.locator("button"));
            assertThat(page.locator("main").innerText())
                    .contains("Die Rechtsgrundlage ist geändert.", "Rechtsgrundlage B", "B – Erfüllung");
        }
        assertThat(story.candidate(id).get("legalBasis").asString()).isEqualTo("B");
    }

    @Test
    void whatOthersRecordedMeanwhileIsNotTakenBack() {
        var id = story.enrolled(story.publishedCohort(1), "Olena Beispiel");
        story.complete(id, Story.LAW, "2026-03-09").expectStatus().isOk();
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/participants/" + id));
            story.takeBack(id, Story.LAW, "falscher Tag").expectStatus().isOk();
            story.complete(id, Story.LAW, "2026-03-10").expectStatus().isOk();
            takeBack(page, "correction");
            assertThat(page.locator("main").innerText())
                    .contains("Für dieses Modul ist inzwischen etwas anderes eingetragen.", "am 10.03.2026");

            takeBack(page, "correction");
            assertThat(page.locator("main").innerText()).contains("Der Eintrag ist zurückgenommen.");
        }
    }

    @Test
    void whatIsWrongWithAnUndoingStandsBesideItsTextAndInNoOtherForm() {
        var id = story.applied(story.publishedCohort(1), "Olena Beispiel");
        story.decide(id, "waitlisting", Map.of("reason", "Unterlagen fehlen noch"));
        var tooLong = "verwechselt ".repeat(90);
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/candidates/" + id));
            Browser.click(page.locator("summary").first());
            page.evaluate("document.getElementById('undoReason').removeAttribute('maxlength')"); // not all keep to it
            page.locator("form[action$=undo] textarea").fill(tooLong);
            Browser.click(page.locator("form[action$=undo] button"));
            Browser.awaitFocus(page, ".govuk-error-summary");

            assertThat(page.locator("#undoReason").inputValue()).isEqualTo(tooLong);
            assertThat(page.locator("#undoReason").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator("#undoReason-error").isVisible()).isTrue();
            assertThat(page.locator("form[action$=decision] textarea").inputValue())
                    .isEmpty();
            assertThat(page.locator("#reason-error").count()).isZero();
            Browser.look(page, "case-undo-errors-de");
            Browser.click(page.locator(".govuk-error-summary a"));
            Browser.awaitFocus(page, "#undoReason");
        }
    }

    @Test
    void whatWasTypedIsKeptThoughOthersWereQuickerThreeTimes() {
        var id = story.applied(story.publishedCohort(1), "Olena Beispiel");
        try (var context = browser.german()) {
            var page = signedIn(context);
            typeDecline(page, id);
            overtaken(() -> Browser.click(page.locator("form[action$=decision] button")));
            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains("Im selben Augenblick haben andere etwas geändert.");
            assertThat(page.locator("#reason").inputValue()).isEqualTo("keine Zielgruppe");

            Browser.click(page.locator("form[action$=decision] button"));
            assertThat(page.locator("main").innerText()).contains("Die Absage ist gespeichert.");
        }
    }

    /// Whoever opens the case fills in its form, and does not send it yet.
    private void typeDecline(Page page, UUID id) {
        page.navigate(at("/staff/cohort/candidates/" + id));
        page.locator("input[value=DECLINE]").check();
        page.locator("#reason").fill("keine Zielgruppe");
    }

    /// Somebody else writes each intake just before it is saved.
    private void overtaken(Runnable action) {
        ApplicationListener<BeforeSaveEvent<?>> other = event -> {
            if (event.getSource() instanceof Intake intake)
                mongo.updateFirst(
                        Query.query(Criteria.where("_id").is(intake.id().value())),
                        new Update().inc("version", 1),
                        "intakes");
        };
        service.addApplicationListener(other);
        try {
            action.run();
        } finally {
            service.removeApplicationListener(other);
        }
    }

    @Test
    void whatWasTypedIsShownThoughItIsTooLateForIt() {
        var cohort = story.publishedCohort(2);
        var id = story.enrolled(cohort, "Olena Beispiel");
        story.complete(id, Story.LAW, "2026-03-09").expectStatus().isOk();
        var declined = story.applied(cohort, "Jörg Beispiel");
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/participants/" + id));
            var other = context.newPage();
            other.navigate(at("/staff/cohort/candidates/" + declined));
            story.certified(id);
            story.decide(declined, "decline", Map.of("reason", "keine Zielgruppe"));

            takeBack(page, "correction");
            assertThat(page.locator("#reason-" + Story.LAW).inputValue()).isEqualTo("verwechselt");
            Browser.look(page, "participant-too-late-de");
            Browser.click(page.locator(".govuk-error-summary a"));
            Browser.awaitFocus(page, "#reason-" + Story.LAW);

            other.locator("input[value=WAITLIST]").check();
            other.locator("#reason").fill("Unterlagen fehlen noch");
            Browser.click(other.locator("form[action$=decision] button"));
            assertThat(other.locator("main").innerText()).contains("Diese Person hat eine Absage.");
            assertThat(other.locator("#reason").inputValue()).isEqualTo("Unterlagen fehlen noch");
            Browser.look(other, "case-too-late-de");
        }
    }

    @Test
    void nobodyWhoHasTheCertificateIsOfferedForADecision() {
        var cohort = story.publishedCohort(2);
        var id = story.enrolled(cohort, "Li Lei Beispiel");
        story.decide(id, "undo", Map.of("reason", "verwechselt")).expectStatus().isOk();
        story.certified(id);
        neighbours.awaitRead("cohort.intakes.v1");
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/queue/" + cohort));
            assertThat(page.locator("main").innerText()).doesNotContain("Li Lei Beispiel");
            page.navigate(at("/staff/cohort/candidates/" + id));
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator("main").innerText())
                    .contains("Deshalb wird hier nichts mehr entschieden")
                    .doesNotContain("zu entscheiden");
            Browser.look(page, "case-certified-de");
        }
    }

    private static void takeBack(Page page, String what) {
        var form = page.locator("form[action$=" + what + "]");
        if (!form.isVisible()) Browser.click(page.locator("summary").first());
        form.locator("textarea").fill("verwechselt");
        Browser.click(form.locator("button"));
    }

    @Test
    void whatIsRefusedCanBeReadInTheOtherLanguage() {
        var cohort = story.publishedCohort(2);
        var enrolled = story.enrolled(cohort, "Olena Beispiel");
        story.complete(enrolled, Story.LAW, "2026-03-09").expectStatus().isOk();
        var listed = story.applied(cohort, "Jörg Beispiel");
        story.decide(listed, "waitlisting", Map.of("reason", "Unterlagen fehlen noch"));
        var plan = "/staff/cohort/cohorts/" + cohort;
        try (var context = browser.german()) {
            var page = signedIn(context);
            var sent = List.of(
                    refusedInBoth(page, "/staff/cohort/candidates/" + listed, "/decision"),
                    refusedInBoth(page, "/staff/cohort/candidates/" + listed, "/undo"),
                    refusedInBoth(page, "/staff/cohort/candidates/" + enrolled, "/legal-basis"),
                    refusedInBoth(page, "/staff/cohort/participants/" + enrolled, "/modules/" + Story.COUNSELLING),
                    refusedInBoth(page, "/staff/cohort/participants/" + enrolled, "/correction"),
                    refusedInBoth(page, plan + "/modules/" + Story.COUNSELLING, "/modules/" + Story.COUNSELLING),
                    refusedInBoth(page, "/staff/cohort/cohorts/new", "/cohorts"),
                    refusedInBoth(page, plan + "/edit", plan),
                    refusedInBoth(page, plan + "/cancellation", "/cancellation"),
                    refusedInBoth(page, plan + "/publication", "/publication", () -> story.cancel(cohort)),
                    refusedInBoth(page, plan + "/closing", "/closing", () -> {}));
            assertThat(addressesOfForms()).allSatisfy(form -> assertThat(sent).anyMatch(form::matches));
        }
    }

    /// Sends a form with nothing in it, and reads in English what is wrong with it and once more what was asked for.
    private PathContainer refusedInBoth(Page page, String path, String form) {
        return refusedInBoth(page, path, form, () -> {});
    }

    private PathContainer refusedInBoth(Page page, String path, String form, Runnable meanwhile) {
        page.navigate(at(path + "?lang=de"));
        meanwhile.run();
        page.waitForNavigation(() -> page.evalOnSelector("main form[action$='" + form + "']", """
                form => { form.querySelectorAll('input[type=text], textarea').forEach(field => field.value = ''); form.submit(); }
                """));
        assertThat(page.locator(".govuk-error-summary").count()).as(path).isOne();
        var sent = PathContainer.parsePath(URI.create(page.url()).getPath());
        var english = page.waitForNavigation(() -> Browser.click(page.locator(".thami-language a[lang=en]")));
        assertThat(english.status()).as(path).isEqualTo(200);
        assertThat(page.url()).isEqualTo(at(path + "?lang=en"));
        page.navigate(at(path));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        return sent;
    }

    private List<PathPattern> addressesOfForms() {
        return service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.getPatternString().startsWith("/staff/"))
                .toList();
    }

    @Test
    void aNameThatIsAScriptStaysText() {
        var id = story.applied(story.publishedCohort(1), "<img src=x onerror=alert(1)>");
        try (var context = browser.german()) {
            var page = signedIn(context);
            page.navigate(at("/staff/cohort/candidates/" + id));

            assertThat(page.locator("h1").innerText()).isEqualTo("<img src=x onerror=alert(1)>");
        }
    }

    /// Every page that can be looked at without filling anything in.
    private Map<String, String> pages() {
        var planned = story.plannedCohort(12);
        var cohort = story.publishedCohort(3);
        var admitted = story.enrolled(cohort, "Şule Beispiel-Yıldız");
        story.complete(admitted, Story.LAW, "2026-04-17");
        var certified = story.enrolled(cohort, "Li Lei Beispiel");
        story.certified(certified);
        var cancelled = story.publishedCohort(3);
        var kept = story.enrolled(cancelled, "Zoe Beispiel");
        story.rebase(kept, "B").expectStatus().isOk();
        story.cancel(cancelled);
        var alike = story.applied(cohort, "Jörg Weiß");
        story.applied(cohort, "Weiss, Jorg");
        var listed = story.applied(cohort, "Olena Beispiel");
        story.decide(listed, "waitlisting", Map.of("reason", "Unterlagen fehlen noch"));
        var pages = new LinkedHashMap<String, String>();
        pages.put("start", "/staff/cohort");
        pages.put("cohorts", "/staff/cohort/cohorts");
        pages.put("cohort-planned", "/staff/cohort/cohorts/" + planned);
        pages.put("cohort-published", "/staff/cohort/cohorts/" + cohort);
        pages.put("plan-new", "/staff/cohort/cohorts/new");
        pages.put("plan-edit", "/staff/cohort/cohorts/" + planned + "/edit");
        pages.put("plan-edit-published", "/staff/cohort/cohorts/" + cohort + "/edit");
        var closed = story.publishedCohort(3);
        story.close(closed);
        pages.put("plan-edit-closed", "/staff/cohort/cohorts/" + closed + "/edit");
        pages.put("publication", "/staff/cohort/cohorts/" + planned + "/publication");
        pages.put("closing", "/staff/cohort/cohorts/" + cohort + "/closing");
        pages.put("cancellation", "/staff/cohort/cohorts/" + cohort + "/cancellation");
        pages.put("queues", "/staff/cohort/queue");
        pages.put("queue", "/staff/cohort/queue/" + cohort);
        pages.put("queue-empty", "/staff/cohort/queue/" + story.publishedCohort(3));
        pages.put("admitted", "/staff/cohort/queue/" + cohort + "?status=ADMITTED");
        pages.put("declined-none", "/staff/cohort/queue/" + cohort + "?status=DECLINED");
        pages.put("case-alike", "/staff/cohort/candidates/" + alike);
        pages.put("case-listed", "/staff/cohort/candidates/" + listed);
        pages.put("case-admitted", "/staff/cohort/candidates/" + admitted);
        pages.put("case-cancelled", "/staff/cohort/candidates/" + kept);
        pages.put("participants", "/staff/cohort/cohorts/" + cohort + "/participants");
        pages.put("participant", "/staff/cohort/participants/" + admitted);
        pages.put("participant-certified", "/staff/cohort/participants/" + certified);
        pages.put("module", "/staff/cohort/cohorts/" + cohort + "/modules/" + Story.LAW);
        pages.put("not-found", "/staff/cohort/cohorts/" + UUID.randomUUID());
        return pages;
    }

    private Page signedIn(BrowserContext context) {
        staff.signingIn(EVERYTHING);
        var page = context.newPage();
        page.navigate(at("/staff/cohort"));
        return page;
    }

    private static void fillIn(Page page) {
        page.locator("#titleDe").fill("ThAMI plus 2026 (Beispieldaten)");
        page.locator("#titleEn").fill("ThAMI plus 2026 (sample data)");
        page.locator("#programmeTitle").fill("ThAMI plus (Beispiel)");
        page.locator("#programmeCode").fill("THAMI_PLUS");
        page.locator("#targetGroups").check();
        page.locator("#opensAt").fill("2026-01-12T09:00");
        page.locator("#closesAt").fill("2099-12-31T23:59");
        page.locator("#startsOn").fill("2026-03-02");
        page.locator("#endsOn").fill("2026-10-30");
        page.locator("#place").fill("Erfurt (Beispielort)");
        page.locator("#seats").fill("20");
        page.locator("#fee").fill("120,50");
        page.locator("#ruleVersion").fill("thami-plus-2026-sample");
        page.locator("#sample").check();
        page.locator("[name='modules[0].titleDe']").fill("Aufenthaltsrecht (Beispiel)");
        page.locator("[name='modules[0].titleEn']").fill("Residence law (sample)");
        page.locator("[name='modules[0].provider']").fill("Beispielträger Nord");
        page.locator("[name='modules[0].units']").fill("32");
    }

    private static void press(Page page, String action) {
        Browser.click(page.locator("button[value='" + action + "']:visible").last());
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) return;
        }
        throw new AssertionError("The keyboard does not reach " + id);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
