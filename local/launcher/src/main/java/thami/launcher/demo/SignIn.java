package thami.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Signs a sample person in as a browser and the public client `thami-cli` would: authorization code with PKCE.
record SignIn(String issuer, String password) {

    private static final String CLIENT = "thami-cli";
    private static final String REDIRECT = "http://127.0.0.1:8099/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// An access token of this person.
    String as(String user) throws IOException {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var verifier = random(48);
            var login = send(browser, get(authorize(verifier)));
            var form = send(browser, get(location(login)));
            var signedIn = send(
                    browser,
                    post(
                            "/login",
                            "username=%s&password=%s&_csrf=%s"
                                    .formatted(encoded(user), encoded(password), encoded(first(CSRF, form.body())))));
            var redirected = send(browser, get(location(signedIn)));
            var tokens = send(
                    browser,
                    post(
                            "/oauth2/token",
                            "grant_type=authorization_code&client_id=%s&redirect_uri=%s&code_verifier=%s&code=%s"
                                    .formatted(
                                            CLIENT,
                                            encoded(REDIRECT),
                                            verifier,
                                            first(CODE, location(redirected).toString()))));
            return new JsonMapper().readTree(tokens.body()).get("access_token").asString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI authorize(String verifier) {
        return URI.create(issuer
                + "/oauth2/authorize?response_type=code&client_id=%s&scope=openid%%20profile&state=%s&redirect_uri=%s"
                        .formatted(CLIENT, random(12), encoded(REDIRECT))
                + "&code_challenge_method=S256&code_challenge=" + challenge(verifier));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("%s answered %d".formatted(request.uri().getPath(), answer.statusCode()));
        }
        return answer;
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private HttpRequest post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static URI location(HttpResponse<String> response) throws IOException {
        return response.request()
                .uri()
                .resolve(response.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IOException("the sign-in did not lead on")));
    }

    private static String first(Pattern pattern, String text) throws IOException {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IOException("the sign-in went another way than expected: wrong password?");
        return matcher.group(1);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return base64(random);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
