package thami.web.sample;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/// A person's browser, as far as cookies and redirects go, or a program.
public final class Http {

    private final CookieManager cookies;
    private final HttpClient client;
    private final String base;

    public Http(int port) {
        this(port, new CookieManager());
    }

    private Http(int port, CookieManager cookies) {
        this.base = "http://localhost:" + port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// The same browser, before another service.
    public Http at(int port) {
        return new Http(port, cookies);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public HttpResponse<String> page(String path) {
        return send(to(path).header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
    }

    public HttpResponse<String> post(String path, String form) {
        return send(form(path, form));
    }

    /// From the page at this address, as browsers say with the form.
    public HttpResponse<String> post(String path, String form, String page) {
        return send(form(path, form).header("Referer", page));
    }

    private HttpRequest.Builder form(String path, String form) {
        return to(path).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /// Goes where it is sent to until it is a page. The public address of the sample is another port, as behind a
    /// proxy.
    public HttpResponse<String> follow(HttpResponse<String> response) {
        return follow(response, 10);
    }

    /// Stops after so many redirects: the next one is for somebody else to follow.
    public HttpResponse<String> follow(HttpResponse<String> response, int most) {
        var now = response;
        for (var hops = 0; now.statusCode() / 100 == 3 && hops < most; hops++) {
            var location = now.headers().firstValue("Location").orElseThrow();
            now = page(location.replace("http://localhost:8080", base));
        }
        return now;
    }

    public static String formToken(HttpResponse<String> page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        if (!found.find()) throw new AssertionError("no form token on the page");
        return found.group(1);
    }

    public CookieManager cookies() {
        return cookies;
    }
}
