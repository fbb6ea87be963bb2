package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import thami.testing.Browser;

/// The pages of the local platform itself, as people see them.
record PlatformPages(ThamiSystem system, String mail, String password) {

    void assertAccessible(Browser browser) {
        for (var language : new String[] {"de", "en"}) {
            var page = browser.page(language, Browser.DESK);
            addresses().forEach((name, address) -> {
                page.navigate(address);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                Browser.pictures(page, "platform-%s-%s-whole".formatted(name, language));
                leaveOutMail(page);
                Browser.look(page, "platform-%s-%s".formatted(name, language));
            });
            page.context().close();
        }
    }

    /// A mail shown in its frame may run no script, not even axe's, which would wait for it for ever.
    private static void leaveOutMail(Page page) {
        page.locator("iframe").all().forEach(frame -> {
            assertThat(frame.getAttribute("title")).isNotBlank();
            frame.evaluate("it => it.remove()");
        });
    }

    /// With the strict policy of the sign-in page, which lets a form lead to registered addresses only.
    void assertSignInLeadsBack(Browser browser) {
        var page = browser.page("de", Browser.DESK);
        page.navigate("http://localhost:%d/staff/cohort".formatted(system.port("entrance")));
        assertThat(page.url()).startsWith("http://localhost:%d/login".formatted(system.port("identity")));
        page.locator("#username").fill("admissions");
        page.locator("#password").fill("wrong");
        Browser.click(page.locator("form button"));
        assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
        Browser.picture(page, "platform-login-failed-de");
        Browser.assertAccessible(page);
        page.locator("#username").fill("admissions");
        page.locator("#password").fill(password);
        Browser.click(page.locator("form button"));
        page.waitForURL("http://localhost:%d/staff/cohort**".formatted(system.port("entrance")));
        assertThat(page.locator("h1").count()).isEqualTo(1);
        page.context().close();
    }

    private Map<String, String> addresses() {
        var entrance = "http://localhost:" + system.port("entrance");
        var inbox = "http://localhost:" + system.port("inbox");
        return Map.of(
                "start", entrance + "/",
                "staff", entrance + "/staff",
                "not-found", entrance + "/nowhere",
                "login", "http://localhost:%d/login".formatted(system.port("identity")),
                "inbox", inbox + "/",
                "mail", inbox + "/messages/" + mail);
    }
}
