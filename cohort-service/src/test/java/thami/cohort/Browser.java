package thami.cohort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thami.testing.Requirements;

/// The Chromium of this machine; no browser is downloaded.
final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String PICTURES = System.getenv("THAMI_SCREENSHOTS");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(String executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(executable))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    static Browser start() {
        var found = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
        Requirements.need("browser", found.isPresent(), "install Chromium");
        return new Browser(found.orElseThrow());
    }

    BrowserContext german() {
        return context("de-DE", 1280, true);
    }

    BrowserContext context(String language, int width, boolean script) {
        return browser.newContext(new NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE) // a smooth scroll takes long on a busy machine
                .setJavaScriptEnabled(script));
    }

    /// What keeps people out, by the rules of WCAG 2.2 AA and good practice.
    static List<String> barriers(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        return found.stream().flatMap(Browser::told).toList();
    }

    private static Stream<String> told(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml());
    }

    static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// Into the folder THAMI_SCREENSHOTS, for people to look at.
    static void picture(Page page, String name) {
        if (PICTURES == null) return;
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
