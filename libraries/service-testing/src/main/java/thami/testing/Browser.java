package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Chromium, for tests that look at pages as people do. Where there is none the test is skipped, and the build says so.
/// ```java
/// try (var browser = Browser.start()) {
///     var page = browser.page("de", Browser.PHONE);
///     page.navigate(address);
///     Browser.assertAccessible(page);
///     Browser.picture(page, "status-de-phone"); // target/pictures/status-de-phone.png
/// }
/// ```
public final class Browser implements AutoCloseable {

    /// Widths in CSS pixels between which every page must work.
    public static final int PHONE = 360;

    public static final int DESK = 1280;

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser start() {
        var found = executable();
        Requirements.need("browser", found.isPresent(), "install Chromium (apt-get install chromium)");
        // Playwright would fetch browsers of its own; the one of the system is enough.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(found.orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    private static java.util.Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A page of a new person: no cookies, this language, this width.
    public Page page(String language, int width) {
        return person(language, width, true).newPage();
    }

    public Page pageWithoutScripts(String language, int width) {
        return person(language, width, false).newPage();
    }

    private BrowserContext person(String language, int width, boolean scripts) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts));
    }

    /// Nothing that axe-core finds against WCAG 2.2 AA, and no scrolling sideways.
    public static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page).withTags(WCAG_2_2_AA).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as("axe on " + page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("wider than the screen: " + page.url())
                .isEqualTo(true);
    }

    /// The whole page as `target/pictures/<name>.png`.
    public static Path picture(Page page, String name) {
        var file = Path.of("target", "pictures", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
