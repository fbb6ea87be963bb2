package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
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

    private static void assertOutage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Gerade nicht verfügbar").doesNotContain("Exception", "127.0.0.1");
    }
}
