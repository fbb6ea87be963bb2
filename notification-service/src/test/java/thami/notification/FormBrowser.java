package thami.notification;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody's browser, as far as cookies, forms and redirects go.
final class FormBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    FormBrowser(int port) {
        base = "http://localhost:" + port;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    HttpResponse<String> open(String path) {
        return follow(send(request(path)));
    }

    /// Sends a form as the page that was opened before would.
    HttpResponse<String> submit(HttpResponse<String> page, String path, String fields) {
        var token = TOKEN.matcher(page.body());
        var secured = token.find() ? fields + "&_csrf=" + token.group(1) : fields;
        return follow(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(secured))));
    }

    /// The public address is that of an entrance which is not there.
    private HttpResponse<String> follow(HttpResponse<String> response) {
        var now = response;
        for (var hop = 0; now.statusCode() / 100 == 3 && hop < 10; hop++) {
            var next = now.headers().firstValue("Location").orElseThrow();
            now = send(request(next.replace("http://localhost:8080", base)));
        }
        return now;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
