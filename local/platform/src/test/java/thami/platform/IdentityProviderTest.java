package thami.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {

    private static final String VERIFIER = "v".repeat(64);
    private static final String REDIRECT = "http://localhost:8080/staff/cohort/login/oauth2/code/thami";

    private static @TempDir Path folder;
    private static IdentityProvider provider;
    private static int port;

    @BeforeAll
    static void start() {
        port = Ports.free();
        provider = started();
    }

    private static IdentityProvider started() {
        return IdentityProvider.start(
                port,
                new IdentityProvider.Settings(
                        "http://localhost:" + port,
                        "http://localhost:8080",
                        Map.of("cohort", "client-secret"),
                        "staff-password",
                        folder));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void theIssuerIsTheConfiguredOneWhateverTheHost() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/.well-known/openid-configuration"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(json(answer).get("issuer").asString()).isEqualTo("http://localhost:" + port);
        }
    }

    @Test
    void anAccessTokenIsOneOfOurApiAndCarriesRoles() throws Exception {
        var tokens = new Browser().signIn("certification-2", "thami-cli", Clients.COMMAND_LINE_REDIRECT, null);

        var token = SignedJWT.parse(tokens.get("access_token").asString());

        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getHeader().getAlgorithm()).hasToString("RS256");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("thami-api");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:" + port);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("certification-2");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("certification");
        assertThat(token.getJWTClaimsSet().getStringClaim("name")).isEqualTo("Emil Beispiel");
    }

    @Test
    void aServiceSignsInWithItsSecretAndTheIdTokenIsNoAccessToken() throws Exception {
        var tokens = new Browser().signIn("trainer", "thami-cohort", REDIRECT, "client-secret");

        var id = SignedJWT.parse(tokens.get("id_token").asString());

        assertThat(String.valueOf(id.getHeader().getType())).isNotEqualTo("at+jwt");
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("thami-cohort");
        assertThat(id.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("trainer");
        assertThat(new Browser()
                        .userInfo(tokens.get("access_token").asString())
                        .get("sub")
                        .asString())
                .isEqualTo("trainer");
    }

    @Test
    void withoutAProofKeyOrToAnotherAddressNobodyIsSent() throws Exception {
        var browser = new Browser();
        assertThat(browser.authorize("thami-cli", Clients.COMMAND_LINE_REDIRECT, "")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(browser.authorize("thami-cli", "http://evil.example/callback", challenge())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongPasswordIsAnsweredOnThePageWithoutSayingWhatWasWrong() throws Exception {
        var browser = new Browser();
        var page = browser.get("/login?lang=en").body();
        var answer = browser.login(page, "trainer", "guessed");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("error"));
        var shown = browser.get("/login?error");
        assertThat(shown.body()).contains("role=\"alert\"").contains("Benutzername oder Passwort");
        assertThat(shown.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("form-action 'self' http://127.0.0.1:8099 http://localhost:8080;"));
    }

    @Test
    void theSigningKeySurvivesARestartAndIsTheOwnersAlone() throws Exception {
        var before = new Browser().get("/oauth2/jwks").body();
        provider.close();
        provider = started();

        assertThat(new Browser().get("/oauth2/jwks").body()).isEqualTo(before).doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    private static String challenge() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }

    /// What a person's browser and the client behind it do.
    private static final class Browser {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        JsonNode signIn(String user, String clientId, String redirect, String secret) throws Exception {
            assertThat(authorize(clientId, redirect, challenge()).statusCode()).isEqualTo(302);
            var signedIn = login(get("/login").body(), user, "staff-password");
            var code = client.send(
                    HttpRequest.newBuilder(URI.create(location(signedIn))).build(),
                    HttpResponse.BodyHandlers.ofString());
            var matcher = Pattern.compile("code=([^&]+)").matcher(location(code));
            assertThat(matcher.find()).isTrue();
            var body = "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s&client_id=%s"
                    .formatted(matcher.group(1), encoded(redirect), VERIFIER, clientId);
            var request = post("/oauth2/token", body);
            if (secret != null) {
                request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8)));
            }
            return json(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }

        HttpResponse<String> authorize(String clientId, String redirect, String challenge) throws Exception {
            var query =
                    "/oauth2/authorize?response_type=code&client_id=%s&scope=openid%%20profile&state=s&redirect_uri=%s"
                            .formatted(clientId, encoded(redirect));
            var proof = challenge.isEmpty() ? "" : "&code_challenge_method=S256&code_challenge=" + challenge;
            return client.send(
                    HttpRequest.newBuilder(uri(query + proof))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> login(String page, String user, String password) throws Exception {
            var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(csrf.find()).isTrue();
            return client.send(
                    post("/login", "username=%s&password=%s&_csrf=%s".formatted(user, password, encoded(csrf.group(1))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        JsonNode userInfo(String accessToken) throws Exception {
            var answer = client.send(
                    HttpRequest.newBuilder(uri("/userinfo"))
                            .header("Authorization", "Bearer " + accessToken)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.headers().toString()).isEqualTo(200);
            return json(answer);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        private static HttpRequest.Builder post(String path, String form) {
            return HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }

        private static String location(HttpResponse<?> response) {
            return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response));
        }

        private static URI uri(String path) {
            return URI.create("http://localhost:" + port + path);
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, UTF_8);
        }
    }
}
