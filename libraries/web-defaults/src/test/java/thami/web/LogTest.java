package thami.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;

/// What the libraries write about requests, at the level that is written in production.
@SampleTest
@TestPropertySource(properties = {"logging.level.org.apache=INFO", "logging.level.org.springframework=INFO"})
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    private static final String SECRET = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIj";

    @LocalServerPort
    int port;

    @Test
    void hasNoLinkThatTomcatCannotRead(CapturedOutput output) throws Exception {
        assertThat(answer("/status/" + SECRET + "|", "")).startsWith("HTTP/1.1 400 ");
        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void hasNoCookieThatTomcatCannotRead(CapturedOutput output) throws Exception {
        assertThat(answer("/page", "Cookie: thami-sample-staff=" + SECRET + "\"\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void hasNoLinkThatWasCopiedWithSomethingBehindIt(CapturedOutput output) throws Exception {
        assertThat(answer("/status/" + SECRET + "/x", "")).startsWith("HTTP/1.1 404 ");
        assertThat(output).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            access_denied,               access_denied
            denied%0AFORGED+by+strangers, unknown
            FORGED,                      unknown
            """)
    void hasNothingThatStrangersWroteIntoTheWayBackFromTheProvider(String sent, String written, CapturedOutput output) {
        var http = new Http(port);
        var there = http.page("/staff/sample/login/thami").headers().firstValue("Location");
        var state = there.orElseThrow().replaceFirst(".*[?&](state=[^&]+).*", "$1");

        var page = http.page("/staff/sample/login/oauth2/code/thami?%s&error=%s&error_description=%s%%0A%s"
                .formatted(state, sent, "FORGED", SECRET));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(output)
                .contains("Sign-in failed: " + written + System.lineSeparator())
                .doesNotContain("FORGED")
                .doesNotContain(SECRET);
    }

    @Test
    void hasNoNameThatStrangersGaveTheProvider(CapturedOutput output) {
        new Http(port).page("/staff/sample/login/" + SECRET);

        assertThat(output).doesNotContain(SECRET);
    }

    private String answer(String path, String header) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
