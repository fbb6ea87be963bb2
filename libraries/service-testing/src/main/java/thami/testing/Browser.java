package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chromium, for tests that look at pages as people do. Where there is none the test is skipped, and the build says so.
/// ```java
/// try (var browser = Browser.start()) {
///     var page = browser.page("de", Browser.DESK);
///     page.navigate(address);
///     Browser.look(page, "status-de");
/// }
/// ```
public final class Browser implements AutoCloseable {

    /// Widths in CSS pixels between which every page must work.
    public static final int PHONE = 360;

    public static final int DESK = 1280;

    private static final int HEIGHT = 900;

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final @Nullable String PICTURES = System.getenv("THAMI_SCREENSHOTS");

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

    private static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A page of a new person: no cookies, this language, this width.
    public Page page(String language, int width) {
        return context(language, width, true).newPage();
    }

    public Page pageWithoutScripts(String language, int width) {
        return context(language, width, false).newPage();
    }

    /// A new person at a desk whose browser asks for German.
    public BrowserContext german() {
        return context("de-DE", DESK, true);
    }

    /// A new person with a browser of this language and width.
    public BrowserContext context(String language, int width, boolean scripts) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE) // a smooth scroll takes long on a busy machine
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(90_000); // a busy machine is not a broken page
        return context;
    }

    /// The page as it is now, on a phone and on a desk, where it stays: nobody is kept out, and there is a picture of
    /// both.
    public static void look(Page page, String name) {
        pictures(page, name);
        atBothWidths(page, _ -> assertAccessible(page));
    }

    /// On a phone and on a desk, where it stays.
    public static void pictures(Page page, String name) {
        atBothWidths(page, width -> picture(page, name + "-" + width));
    }

    private static void atBothWidths(Page page, IntConsumer looking) {
        for (var width : new int[] {PHONE, DESK}) {
            page.setViewportSize(width, HEIGHT);
            looking.accept(width);
        }
    }

    /// Nothing that axe-core finds against WCAG 2.2 AA, and no scrolling sideways.
    public static void assertAccessible(Page page) {
        assertThat(barriers(page)).as("axe on " + page.url()).isEmpty();
        assertThat(scrollsSideways(page))
                .as("wider than the screen: " + page.url())
                .isFalse();
    }

    /// What keeps people out, by the rules of WCAG 2.2 AA and good practice.
    public static List<String> barriers(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).options(options).withTags(WCAG_2_2_AA);
        axe.setLegacyMode(true); // otherwise it opens one page more for each look, for frames of other origins
        return axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
                .toList();
    }

    /// A click returns when the next page begins; this one when all of that page is there to be read.
    public static void click(Locator what) {
        what.click();
        what.page().waitForLoadState();
    }

    /// Waits until what this selector names has the focus: scripts run a moment after a page is there.
    public static void awaitFocus(Page page, String selector) {
        page.waitForFunction("it => document.activeElement.matches(it)", selector);
    }

    public static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// The whole page into the folder `THAMI_SCREENSHOTS`, if there is one, for people to look at.
    public static void picture(Page page, String name) {
        if (PICTURES == null) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES, name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
