package thami.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EntranceTest {

    private static final Map<String, HttpServer> SERVICES = new HashMap<>();
    private static Entrance entrance;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        var addresses = new HashMap<String, URI>();
        for (var service : Entrance.PATHS.keySet()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/", exchange -> {
                var seen = "%s %s for %s"
                        .formatted(
                                service,
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
                exchange.sendResponseHeaders(200, seen.length());
                exchange.getResponseBody().write(seen.getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            server.start();
            SERVICES.put(service, server);
            addresses.put(
                    service,
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        }
        addresses.put("notification", URI.create("http://127.0.0.1:" + Ports.free())); // down
        entrance = Entrance.start(0, addresses, new StartPage("http://localhost:8025/", "s3cret"));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        entrance.close();
        SERVICES.values().forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/apply, registration",
        "/apply/6f1c?step=2, registration",
        "/status/abc-_x, registration",
        "/imprint, registration",
        "/api/applications, registration",
        "/api/calls/1, registration",
        "/api/registration/dead-letters, registration",
        "/staff/registration, registration",
        "/assets/registration/thami.css, registration",
        "/api/cohorts, cohort",
        "/api/cohort/dead-letters, cohort",
        "/api/candidates/1/admission, cohort",
        "/staff/cohort/login/oauth2/code/thami?code=1, cohort",
        "/verify/ABCD-EFGH, certificate",
        "/certificate/token/pdf, certificate",
        "/api/entitlements, certificate",
        "/api/certificates/verify/X, certificate",
    })
    void everyPathGoesToTheServiceThatOwnsIt(String path, String service) throws Exception {
        assertThat(get(path).body()).startsWith(service + " " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/v3/api-docs",
                "/applyx",
                "/api",
                "/api/unknown",
                "/staff/unknown",
                "/assets"
            })
    void whatBelongsToNoServiceIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/registration/../../actuator/env",
                "/staff/registration/%2e%2e/%2e%2e/actuator/env",
                "/staff/registration/..%2f..%2factuator",
                "/apply;/../actuator",
                "/apply//actuator",
                "/apply\\..\\actuator",
            })
    void aPathThatCouldMeanAnotherIsRefused(String path) throws Exception {
        assertThat(rawStatus(path)).isEqualTo(400);
    }

    @Test
    void aForgedForwardedAddressIsReplaced() throws Exception {
        var request = HttpRequest.newBuilder(uri(entrance, "/apply")).header("X-Forwarded-For", "203.0.113.9");

        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .doesNotContain("203.0.113.9");
    }

    @Test
    void aServiceThatIsDownIsSaidToBeSoWithTheTimeToComeBack() throws Exception {
        var api = get("/api/notifications");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get("/staff/notification").body()).contains("gerade nicht erreichbar");
    }

    @Test
    void ofAnAddressWhoseServiceBreaksOffNothingIsWritten(CapturedOutput output) throws Exception {
        var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        configure(logging, Entrance.class.getResource("logback.xml")); // as the platform runs
        try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var other = before(service)) {
            Thread.ofVirtual().start(() -> breakOff(service));

            assertThat(get(other, "/api/cohorts/token-of-a-link").statusCode()).isEqualTo(503);
        } finally {
            configure(logging, EntranceTest.class.getResource("/logback-test.xml"));
        }
        assertThat(output).doesNotContain("token-of-a-link");
    }

    private static void configure(LoggerContext logging, URL file) throws JoranException {
        logging.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(logging);
        configurator.doConfigure(file);
    }

    private static void breakOff(ServerSocket service) {
        try {
            while (true) {
                try (var socket = service.accept()) {
                    socket.getInputStream().read(new byte[8192]);
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static Entrance before(ServerSocket service) {
        var address = URI.create("http://127.0.0.1:" + service.getLocalPort());
        return Entrance.start(0, Map.of("cohort", address), new StartPage("", ""));
    }

    @Test // Tomcat sends none, and the proxy's parser once insisted on it
    void aServiceMayAnswerWithoutAReasonPhrase() throws Exception {
        try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var other = before(service)) {
            Thread.ofVirtual().start(() -> answerLikeTomcat(service));

            assertThat(get(other, "/api/cohorts").statusCode()).isEqualTo(401);
        }
    }

    private static void answerLikeTomcat(ServerSocket service) {
        try (var socket = service.accept()) {
            socket.getInputStream().read(new byte[8192]);
            socket.getOutputStream()
                    .write("HTTP/1.1 401 \r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void theStartPageNamesEverySampleLoginAndSaysThatItIsASample() throws Exception {
        var page = get("/?lang=de").body();
        StartPage.SampleStaff.ALL.forEach(person -> assertThat(page).contains(person.user()));
        assertThat(page)
                .contains("über Bewerbungen entscheiden; abgeschlossene Module erfassen; Zertifikate freigeben");
        assertThat(page).contains("s3cret").contains("erfundene Beispiele").contains("/verify");
        assertThat(get("/?lang=en").body()).contains("invented samples");
        assertThat(get("/staff").body()).contains("/staff/cohort");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(entrance, path);
    }

    private static HttpResponse<String> get(Entrance entrance, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(entrance, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(Entrance entrance, String path) {
        return URI.create("http://127.0.0.1:" + entrance.port() + path);
    }

    private static int rawStatus(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", entrance.port())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            var status = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(status.split(" ")[1]);
        }
    }
}
