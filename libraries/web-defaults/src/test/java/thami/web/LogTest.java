package thami.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
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

    private String answer(String path, String header) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
