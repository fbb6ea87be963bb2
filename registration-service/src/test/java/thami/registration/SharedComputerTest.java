package thami.registration;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.Browser;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;

/// One browser, one person after the other: the computer at a counter or in a shelter.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedComputerTest {

    @TestConfiguration
    static class ATimeThatMoves {
        @Bean
        SteppingClock clock() {
            return new SteppingClock(Instant.now().truncatedTo(MILLIS));
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    SteppingClock clock;

    private Browser browser;
    private UUID call;
    private UUID other;

    @BeforeAll
    void open(@Autowired RestTestClient http, @Autowired Neighbours neighbours) {
        browser = Browser.start();
        call = new Doors(http, neighbours).openCall();
        other = new Doors(http, neighbours).openCall();
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void theConfirmationIsShownForAnHourAlthoughAnotherFormKeepsTheSession() {
        try (var context = browser.german()) {
            var page = context.newPage();
            fillIn(page, other, "Bo");
            fillIn(page, call, "Bo");
            PagesTest.send(page);
            later(59);
            page.reload();
            assertThat(page.url()).endsWith("/confirmation");
            later(2);

            page.reload();
            assertThat(page.url()).endsWith("/apply/" + call);
            page.navigate(at(call, "/check"));
            assertThat(page.url()).endsWith("/application");
            page.navigate(at(other, "/check"));
            assertThat(page.locator(".govuk-summary-list").innerText()).contains("Bo");
        }
    }

    @Test
    void whoBeginsAFormAfterSomebodyDoesNotSeeTheirConfirmation() {
        try (var context = browser.german()) {
            var page = context.newPage();
            fillIn(page, call, "Bo");
            PagesTest.send(page);
            page.navigate(at(call, "/check"));
            assertThat(page.url()).as("its owner, who went back").endsWith("/confirmation");

            fillIn(page, other, "Olena");

            page.navigate(at(call, "/confirmation"));
            assertThat(page.url()).endsWith("/apply/" + call);
        }
    }

    @Test
    void whoSendsAgainAfterTheHourHearsThatItHasArrived() {
        try (var context = browser.german()) {
            var page = context.newPage();
            fillIn(page, call, "Bo");
            var again = context.newPage(); // the same page of the check, left open
            again.navigate(page.url());
            PagesTest.send(page);
            later(61);
            PagesTest.send(again);

            assertThat(again.url()).endsWith("/application");
            Browser.look(again, "form-arrived-de");
            assertThat(again.locator(".govuk-notification-banner").innerText()).contains("schon bei uns angekommen");
        }
    }

    private void fillIn(Page page, UUID call, String name) {
        page.navigate(at(call, "/application"));
        PagesTest.fillIn(page, name);
        PagesTest.send(page);
        assertThat(page.url()).endsWith("/check");
    }

    private void later(int minutes) {
        clock.now = clock.now.plus(minutes, MINUTES);
    }

    private String at(UUID call, String page) {
        return "http://localhost:" + port + "/apply/" + call + page;
    }
}
