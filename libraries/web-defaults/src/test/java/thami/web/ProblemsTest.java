package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;

@SampleTest
class ProblemsTest {

    private static final String NO_THING = "/api/things/00000000-0000-0000-0000-000000000001";
    private static final String FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void aClient() {
        http = new Http(port);
    }

    @Test
    void areJsonForProgramsInTheirLanguage() {
        var answer = http.send(http.to(NO_THING).header("Accept-Language", "en-GB,en;q=0.8"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:thami:problem:no-such-thing\",\"title\":\"Not found\",\"status\":404,"
                                + "\"detail\":\"There is no thing 00000000-0000-0000-0000-000000000001.\",\"code\":\"no-such-thing\"}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                /api/x,  text/html,                         page
                /api/x,  '*/*',                             problem
                /api/x,  application/json,                  problem
                /page/x, application/json,                  problem
                /page/x, '*/*',                             page
                /page/x, 'application/json, text/html;q=0.5', problem
                /page/x, 'text/html;q=0.5, application/json;q=0.1', page
                /page/x, 'gibberish',                       page
                """)
    void areWhatTheClientAsksFor(String path, String accept, String expected) {
        var answer = http.send(http.to(path).header("Accept", accept));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type"))
                .startsWith(expected.equals("page") ? "text/html" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                GET,    /nowhere,                 404, Nicht gefunden,              Not found
                GET,    /assets/sample/nothing.js, 404, Nicht gefunden,             Not found
                GET,    /only-post,                  405, So nicht möglich,            Not possible this way
                POST,   /form,                    403, Bitte noch einmal senden,    Please send it again
                GET,    /broken,                  500, Ein Fehler auf unserer Seite, A mistake on our side
                GET,    /outage,                  503, Gerade nicht verfügbar,      Not available right now
                GET,    /page?name=%E0%A4%A,      400, Die Anfrage ist nicht in Ordnung, There is a problem with the request
                GET,    /page;x=y,                400, Die Anfrage ist nicht in Ordnung, There is a problem with the request
                """)
    void areHelpfulPagesInBothLanguages(String method, String path, int status, String german, String english)
            throws Exception {
        for (var language : new String[] {"de", "en"}) {
            var answer = raw(method, path, language);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer)
                    .contains("<html lang=\"" + language + "\"", language.equals("de") ? german : english)
                    .doesNotContain("Exception", "thami.web", "Tomcat", "localhost:27017", "secret detail");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                /form,             /form
                /thing/7/decision, /thing/7
                /only-post,        /
                """)
    void ofAFormAreInTheOtherLanguageWhereThereIsAPage(String sentTo, String page) throws Exception {
        assertThat(raw("POST", sentTo, "de")).contains("href=\"" + page + "?lang=en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/outage", "/api/stepped-down?recovering=false", "/api/stepped-down?recovering=true"})
    void ofAnOutageSayWhenToComeBack(String path) {
        var answer = http.send(http.to(path));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("10");
    }

    @Test
    void sayWhichMethodsThereAre() {
        var answer = http.send(http.to("/api/things").GET());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                /api/things/not-a-uuid,                                   id,    Diese Angabe muss eine UUID sein.
                /api/things/1-1-1-1-1,                                    id,    Diese Angabe muss eine UUID sein.
                /api/things/00000000-0000-0000-0000-000000000002?limit=x, limit, Diese Angabe muss eine Zahl sein.
                """)
    void nameWhatInTheAddressIsWrong(String path, String field, String message) {
        var answer = http.send(http.to(path));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"" + message);
    }

    @Test
    void onPagesAskForTheWholeAddressIfAnIdIsNone() {
        assertThat(http.page("/thing/not-a-uuid").statusCode()).isEqualTo(404);
    }

    @Test
    void keepTheLanguageThatWasChosen() {
        assertThat(http.page("/page?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(http.page("/page").body()).contains("<html lang=\"en\"");
        assertThat(http.page("/nowhere").body()).contains("<html lang=\"en\"");
        assertThat(http.page("/page?lang=de").body()).contains("<html lang=\"de\"");
        assertThat(http.page("/page?lang=fr").body()).contains("<html lang=\"de\"");
    }

    @Test
    void areNotCausedByAForeignHost() throws Exception {
        var answer = raw("GET", "/staff/sample", "de", "Host: evil.example", "X-Forwarded-Host: evil.example");
        assertThat(answer)
                .startsWith("HTTP/1.1 302")
                .contains("Location: /staff/sample/login/thami")
                .doesNotContain("evil");
    }

    @Test
    void comeWithTheHeadersOfEveryOtherAnswer() {
        for (var path : new String[] {"/page", "/nowhere", "/broken", "/api/outage", "/staff/sample"}) {
            var answer = http.page(path);
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(answer.body())
                    .doesNotContain("<style", " style=", " onclick=")
                    .doesNotContainPattern("<script(?! type=\"module\" src)");
        }
    }

    @Test
    void doNotRevealTheInsideOfTheService() {
        for (var path :
                new String[] {"env", "heapdump", "beans", "configprops", "loggers", "threaddump", "mappings", "shutdown"
                }) {
            assertThat(http.send(http.to("/actuator/" + path)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(http.send(http.to("/actuator/health/liveness")).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(http.send(http.to("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void areForTheFormsOfOthersToo() {
        var token = Http.formToken(http.page("/form"));
        var request = http.to("/form")
                .header("Accept", FIREFOX)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("_csrf=" + token));
        assertThat(http.send(request).statusCode()).isEqualTo(403);
        assertThat(http.post("/form", "_csrf=" + token).statusCode()).isEqualTo(200);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /// As it stands on the wire: HttpClient would not send some of these.
    private String raw(String method, String path, String language, String... headers) throws Exception {
        try (var socket = new java.net.Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var host = headers.length > 0 && headers[0].startsWith("Host") ? "" : "Host: localhost\r\n";
            var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\n" + host + "Accept: " + FIREFOX
                                    + "\r\nAccept-Language: " + language
                                    + "\r\nConnection: close\r\nContent-Length: 0\r\n" + more + "\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
