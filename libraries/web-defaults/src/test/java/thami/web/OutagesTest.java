package thami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import thami.testing.StaffProvider;
import thami.web.sample.Http;
import thami.web.sample.SampleApplication;

/// Neither the store nor the provider is there: port 1 is nobody's. That the service has started is the first
/// assertion.
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.mongodb.uri=mongodb://127.0.0.1:1/none?serverSelectionTimeoutMS=200",
            "thami.issuer=http://127.0.0.1:1",
        })
@ActiveProfiles("demo")
class OutagesTest {

    @LocalServerPort
    int port;

    @Test
    void leavePagesAloneThatNeedNeither() {
        assertThat(new Http(port).page("/page").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTheStoreAreToldToWhoWantsToSignIn() {
        assertOutage(new Http(port).page("/staff/sample"));
    }

    @Test
    void ofTheProviderAreToldToWhoWantsToSignIn() {
        assertOutage(new Http(port).page("/staff/sample/login/thami"));
    }

    @Test
    void ofTheStoreAreToldToWhoIsSignedIn() {
        var session = Base64.getEncoder().encodeToString("some-session".getBytes(UTF_8));
        var http = new Http(port);
        var request = http.to("/staff/sample")
                .header("Accept", "text/html")
                .header("Cookie", "thami-sample-staff=" + session);

        assertOutage(http.send(request));
    }

    @Test
    void ofTheProviderAreToldToPrograms() {
        try (var elsewhere = StaffProvider.start()) {
            var http = new Http(port);
            var answer = http.send(http.to("/api/me").header("Authorization", elsewhere.bearer("admissions")));

            assertOutage(answer);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    private static void assertOutage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Gerade nicht verfügbar").doesNotContain("Exception", "127.0.0.1");
    }
}
