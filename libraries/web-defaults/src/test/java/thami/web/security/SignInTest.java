package thami.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.testing.Stores;
import thami.web.RefusedToStart;
import thami.web.ThamiProperties;
import thami.web.sample.Http;
import thami.web.sample.SampleApplication;
import thami.web.sample.SampleClock;
import thami.web.sample.SampleTest;

@SampleTest
class SignInTest {

    @Autowired
    StaffProvider provider;

    @Autowired
    SampleClock clock;

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void aBrowser() {
        http = new Http(port);
        provider.signingIn(Person.of("ada", "admissions"));
    }

    @AfterEach
    void now() {
        clock.setAhead(Duration.ZERO);
    }

    @Test
    void leadsThroughTheProviderAndBackToThePageThatWasAskedFor() {
        var first = http.page("/staff/sample/me?tab=2");
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location")).contains("/staff/sample/login/thami");

        var page = http.follow(first);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasPath("/staff/sample/me").hasQuery("tab=2");
        assertThat(page.body()).contains("Angemeldet: ada (Test)");
    }

    @Test
    void leadsBackToThePageOfAFormThatCameTooLateAndSaysOnceThatItIsLost() {
        var page = http.follow(sentTooLateFrom("http://localhost:" + port + "/staff/sample/me"));
        assertThat(page.uri()).hasPath("/staff/sample/me");
        assertThat(page.body())
                .containsPattern("role=\"alert\"[^>]*lost-form-title")
                .contains("Sie waren abgemeldet. Ihre Eingabe wurde nicht gespeichert.");
        assertThat(http.page("/staff/sample/me").body()).doesNotContain("Sie waren abgemeldet");
    }

    @Test
    void saysInTheirLanguageThatAFormIsLost() {
        http.page("/page?lang=en");
        var page = http.follow(sentTooLateFrom("http://localhost:" + port + "/staff/sample/me"));
        assertThat(page.body()).contains("You were signed out. What you entered was not saved.");
    }

    @Test
    void saysThatAFormIsLostAlsoToWhoMayNoLongerSendIt() {
        provider.signingIn(Person.of("theo", "trainer"));
        var page = http.follow(sentTooLateFrom("http://localhost:" + port + "/staff/sample/me"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Ihre Eingabe wurde nicht gespeichert.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://localhost:{port}/staff/sample/me                 , /staff/sample/me
            http://localhost:{port}/staff/sample/me?done=saved      , /staff/sample/me
            http://localhost:8080/staff/sample/me                   , /staff/sample/me
            http://localhost:{port}/staff/sample/me/only/takes/forms, /staff/sample/me
            http://localhost:{port}/staff/sample/login/thami        , /staff/sample
            http://localhost:{port}/staff/sampler                   , /staff/sample
            http://localhost:{port}/page                            , /staff/sample
            http://localhost:{port}                                 , /staff/sample
            https://elsewhere.example/staff/sample/me               , /staff/sample
            http://localhost:{port}@elsewhere.example/staff/sample/me, /staff/sample
            //elsewhere.example/staff/sample/me                     , /staff/sample
            mailto:ada@example.org                                  , /staff/sample
            no address                                              , /staff/sample
            """)
    void leadsBackFromAFormToPagesOfThisServiceForStaffAlone(String from, String back) {
        var page = http.follow(sentTooLateFrom(from.replace("{port}", String.valueOf(port))));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasPort(port).hasPath(back).hasNoQuery();
    }

    private HttpResponse<String> sentTooLateFrom(String page) {
        var token = Http.formToken(http.page("/form"));
        return http.post("/staff/sample/me", "_csrf=" + token, page);
    }

    @Test
    void asksTheProviderWithProofKeyStateAndTheConfiguredAddress() {
        var there = http.page("/staff/sample/login/thami")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(there)
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "state=", "nonce=", "client_id=thami-sample")
                .contains("redirect_uri=http://localhost:8080/staff/sample/login/oauth2/code/thami");
    }

    @Test
    void keepsTheSessionInACookieOfThisServiceAlone() {
        http.follow(http.page("/staff/sample"));
        assertThat(http.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("thami-sample-staff"))
                .singleElement()
                .returns(true, HttpCookie::isHttpOnly)
                .returns("/", HttpCookie::getPath);
        assertThat(http.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .doesNotContain("JSESSIONID");
    }

    @Test
    void changesTheSessionsIdSoThatNobodyCanPlantOne() {
        http.page("/staff/sample");
        var before = session();
        http.follow(http.page("/staff/sample/login/thami"));
        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void showsNobodyWhatIsNotForTheirRole() {
        provider.signingIn(Person.of("theo", "trainer"));
        var page = http.follow(http.page("/staff/sample"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Kein Zugriff");
    }

    @Test
    void endsAWorkingDayAfterItBeganAndTheNextHasTheRolesOfThen() {
        http.follow(http.page("/staff/sample"));
        clock.setAhead(Duration.ofHours(8).minusMinutes(1));
        assertThat(http.page("/staff/sample").statusCode()).isEqualTo(200);

        clock.setAhead(Duration.ofHours(8));
        var over = http.page("/staff/sample");
        assertThat(over.statusCode()).isEqualTo(302);
        assertThat(over.headers().firstValue("Location")).contains("/staff/sample/login/thami");

        clock.setAhead(Duration.ZERO); // the provider's has not moved
        provider.signingIn(Person.of("ada", "trainer"));
        assertThat(http.follow(over).statusCode()).isEqualTo(403);
    }

    @Test
    void endsForFormsAndAtTheInterfacesAsWell() {
        var page = http.follow(http.page("/staff/sample"));
        clock.setAhead(Duration.ofHours(8));
        var form = http.post("/staff/sample/me", "_csrf=" + Http.formToken(page));
        assertThat(form.headers().firstValue("Location")).contains("/staff/sample/login/thami");

        clock.setAhead(Duration.ZERO);
        http.follow(form);
        assertThat(http.send(http.to("/api/me")).statusCode()).isEqualTo(200);
        clock.setAhead(Duration.ofHours(8));
        assertThat(http.send(http.to("/api/me")).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoDraftWithItWhenItEnds() {
        http.page("/draft?note=abc");
        http.follow(http.page("/staff/sample"));
        clock.setAhead(Duration.ofHours(8));
        http.page("/staff/sample");
        assertThat(http.page("/draft").body()).isEqualTo("abc");
    }

    @Test
    void thatWouldEndAsItBeginsIsRefused() {
        assertThatThrownBy(() -> new ThamiProperties.SignIn(Duration.ZERO))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("thami.sign-in.limit");
    }

    @Test
    void endsHereAndAtTheProvider() {
        var page = http.follow(http.page("/staff/sample"));
        var out = http.post("/staff/sample/logout", "_csrf=" + Http.formToken(page));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location").orElseThrow())
                .startsWith(provider.issuer() + "/connect/logout?id_token_hint=")
                .endsWith("post_logout_redirect_uri=http://localhost:8080/staff");
        assertThat(http.page("/staff/sample").statusCode()).isEqualTo(302);
    }

    @Test
    void endsInAllServicesAtOnce() {
        var page = http.follow(http.page("/staff/sample"));
        try (var other = anotherService()) {
            var there = http.at(other.getEnvironment().getRequiredProperty("local.server.port", int.class));
            there.follow(there.page("/staff/other/login/thami"));
            assertThat(there.send(there.to("/api/me")).body()).contains("\"subject\":\"ada\"");

            http.post("/staff/sample/logout", "_csrf=" + Http.formToken(page));
            assertThat(there.send(there.to("/api/me")).statusCode()).isEqualTo(401);
        }
    }

    private ConfigurableApplicationContext anotherService() {
        var other = new SpringApplication(SampleApplication.class);
        other.setAdditionalProfiles("demo");
        return other.run(
                "--spring.application.name=other-service",
                "--server.port=0",
                "--spring.mongodb.uri=" + Stores.uri(),
                "--spring.mongodb.database=web-test-" + UUID.randomUUID(),
                "--thami.issuer=" + provider.issuer(),
                "--thami.oidc.client-secret=only-of-this-test");
    }

    @Test
    void leavesTheLanguageAndADraftBehind() {
        http.page("/page?lang=en");
        http.page("/draft?note=abc");
        var page = http.follow(http.page("/staff/sample"));
        http.post("/staff/sample/logout", "_csrf=" + Http.formToken(page));

        assertThat(http.cookies().getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .contains("thami-language", "thami-sample-draft")
                .doesNotContain("thami-sample-staff");
        assertThat(http.page("/draft").body()).isEqualTo("abc");
    }

    @Test
    void doesNotEndByALinkOrAForeignForm() {
        http.follow(http.page("/staff/sample"));
        assertThat(http.page("/staff/sample/logout").statusCode()).isNotEqualTo(303);
        assertThat(http.post("/staff/sample/logout", "").statusCode()).isEqualTo(403);
        assertThat(http.page("/staff/sample").statusCode()).isEqualTo(200);
    }

    @Test
    void failsWithAPageThatSaysSoWhenTheWayBackIsForged() {
        var page = http.page("/staff/sample/login/oauth2/code/thami?code=x&state=y");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Anmeldung fehlgeschlagen");
    }

    @Test
    void opensTheInterfacesTooButWritingThereNeedsTheFormToken() {
        var page = http.follow(http.page("/staff/sample"));
        assertThat(http.send(http.to("/api/me")).body()).contains("\"subject\":\"ada\"");

        var without = http.send(http.to("/api/me").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("stale-form");
        var with = http.send(http.to("/api/me")
                .header("X-XSRF-TOKEN", Http.formToken(page))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(with.statusCode()).isEqualTo(200);
    }

    private String session() {
        return http.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("thami-sample-staff"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
