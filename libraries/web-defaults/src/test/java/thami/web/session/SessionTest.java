package thami.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.testing.Stores;
import thami.web.sample.Http;
import thami.web.sample.SampleApplication;
import thami.web.sample.SampleTest;

@SampleTest
class SessionTest {

    @Autowired
    StaffProvider provider;

    @Autowired
    MongoOperations store;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    @Test
    void isTheSameForASecondInstanceAndSoSurvivesARestart() {
        var http = signedIn();
        var another = new SpringApplication(SampleApplication.class);
        another.setAdditionalProfiles("demo");
        another.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.mongodb.uri", Stores.uri(),
                "spring.mongodb.database", environment.getRequiredProperty("spring.mongodb.database"),
                "thami.issuer", provider.issuer()));
        try (var context = another.run()) {
            var elsewhere = context.getEnvironment().getRequiredProperty("local.server.port");
            assertThat(http.page("http://localhost:" + elsewhere + "/staff/sample")
                            .body())
                    .contains("Angemeldet: ada (Test)");
        }
    }

    @Test
    void holdsNoAccessToken() {
        signedIn();
        assertThat(store.getCollection("sessions").find())
                .allSatisfy(session -> assertThat(new String(
                                session.get("attr", Binary.class).getData(),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("OAuth2AccessToken", "OAuth2RefreshToken"));
    }

    @Test
    void isSweptOnceItHasExpired() {
        signedIn();
        var now = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        new SessionSweeper(store, now, Duration.ofMinutes(5)).sweep();
        assertThat(store.getCollection("sessions").countDocuments()).isPositive();

        var later = Clock.offset(now, Duration.ofHours(2));
        assertThat(new SessionSweeper(store, later, Duration.ofMinutes(5)).sweep())
                .isPositive();
        assertThat(store.getCollection("sessions").countDocuments()).isZero();
    }

    @Test
    void thatAnotherVersionWroteUnreadablyIsAnEmptyOne() {
        var http = signedIn();
        store.updateMulti(new Query(), Update.update("attr", new Binary(new byte[] {1, 2, 3})), "sessions");
        assertThat(http.page("/staff/sample").statusCode()).isEqualTo(302); // to sign in again
    }

    @Test
    void isNotMadeForWhoOnlyReads() {
        store.remove(new Query(), "sessions");
        var http = new Http(port);
        http.page("/page");
        http.page("/form");
        assertThat(store.getCollection("sessions").countDocuments()).isZero();
        assertThat(http.cookies().getCookieStore().getCookies())
                .extracting(java.net.HttpCookie::getName)
                .containsOnly("thami-sample-form");
    }

    @Test
    void ofADraftHasACookieOfItsOwn() {
        var http = new Http(port);
        http.page("/draft?note=abc");
        assertThat(http.page("/draft").body()).isEqualTo("abc");
        assertThat(http.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("thami-sample-draft"))
                .singleElement()
                .returns("/draft", java.net.HttpCookie::getPath);
        assertThat(http.page("/staff/sample").statusCode()).isEqualTo(302);
    }

    @Test
    void tellsOnceWhatTheNextPageIsToSayAndKeepsTheRest() {
        var http = new Http(port);
        var token = Http.formToken(http.page("/form"));
        http.post("/draft/told", "_csrf=" + token);

        assertThat(http.page("/draft/told").body()).isEqualTo("told once, kept");
        assertThat(http.page("/draft/told").body()).isEqualTo("null, kept");
    }

    private Http signedIn() {
        provider.signingIn(Person.of("ada", "admissions"));
        var http = new Http(port);
        assertThat(http.follow(http.page("/staff/sample")).statusCode()).isEqualTo(200);
        return http;
    }
}
