package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import thami.web.sample.SampleApplication;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class ProblemsTest {

    @Autowired
    MockMvcTester http;

    @Test
    void aProgramGetsAProblemInItsLanguage() {
        assertThat(http.get()
                        .uri("/api/things/00000000-0000-0000-0000-000000000001")
                        .header("Accept-Language", "en"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"type": "urn:thami:problem:no-such-thing", "title": "Not found", "status": 404,
                         "detail": "There is no thing 00000000-0000-0000-0000-000000000001.", "code": "no-such-thing"}""");
    }

    @Test
    void aBrowserGetsAPage() {
        assertThat(http.get().uri("/broken").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
                .hasStatus(500)
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("<html", "Ein Fehler auf unserer Seite")
                .doesNotContain("secret detail");
    }
}
