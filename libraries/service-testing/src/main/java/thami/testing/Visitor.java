package thami.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/// A browser, as far as cookies go.
final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    Visitor(String port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return send(request);
    }

    /// To the provider and back; what it knows as the service's public address is another port.
    void signIn(String path) {
        var toProvider = location(send(HttpRequest.newBuilder(URI.create(base + path))));
        var back = location(send(HttpRequest.newBuilder(toProvider)));
        var here = URI.create(base + back.getRawPath() + "?" + back.getRawQuery());
        location(send(HttpRequest.newBuilder(here)));
    }

    /// Cookie and header that prove that a form came from us: a random token, hidden by one of nothing but zeros.
    Map<String, String> formToken(String cookie) {
        var token = UUID.randomUUID().toString();
        var hidden = new byte[2 * token.length()];
        System.arraycopy(token.getBytes(UTF_8), 0, hidden, token.length(), token.length());
        var kept = new HttpCookie(cookie, token);
        kept.setPath("/");
        kept.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), kept);
        return Map.of("X-XSRF-TOKEN", Base64.getUrlEncoder().encodeToString(hidden));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode() + " " + answer.body()));
    }
}
