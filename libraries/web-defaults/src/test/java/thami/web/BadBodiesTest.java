package thami.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import thami.web.sample.Http;
import thami.web.sample.SampleTest;

@SampleTest
class BadBodiesTest {

    private static final String GOOD =
            "{\"name\":\"Ding\",\"colour\":\"RED\",\"day\":\"2026-03-31\",\"count\":1,\"sample\":true}";

    @LocalServerPort
    int port;

    @Test
    void aGoodBodyIsTaken() {
        assertThat(send(GOOD).statusCode()).isEqualTo(201);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("empty", "", 400, "unreadable", null),
                Arguments.of("broken", "{\"name\":", 400, "unreadable", null),
                Arguments.of("not JSON", "name=Ding", 400, "unreadable", null),
                Arguments.of("null", "null", 400, "unreadable", null),
                Arguments.of("a list", "[]", 400, "unreadable", null),
                Arguments.of("two values", GOOD + GOOD, 400, "unreadable", null),
                Arguments.of("a name twice", GOOD.replace("{", "{\"name\":\"a\","), 400, "unreadable.duplicate", null),
                Arguments.of("10,000 deep", "{\"parts\":" + "[".repeat(10_000), 400, null, null),
                Arguments.of("10,000 objects deep", "{\"a\":".repeat(10_000), 400, null, null),
                Arguments.of("a comment", "/* */" + GOOD, 400, "unreadable", null),
                Arguments.of("unknown field", GOOD.replace("{", "{\"colur\":1,"), 400, "invalid", "colur"),
                Arguments.of("1e400 for a count", with("count", "1e400"), 400, "invalid", "count"),
                Arguments.of("1e400 for a price", with("price", "1e400"), 400, "invalid", "price"),
                Arguments.of("1e99999999 for a price", with("price", "1e99999999"), 400, "invalid", "price"),
                Arguments.of("NaN", with("price", "NaN"), 400, "unreadable", null),
                Arguments.of("too large for a count", with("count", "2147483648"), 400, "invalid", "count"),
                Arguments.of("a fraction for a count", with("count", "1.5"), 400, "invalid", "count"),
                Arguments.of("a count in quotes", with("count", "\"1\""), 400, "invalid", "count"),
                Arguments.of("null for a count", with("count", "null"), 400, "invalid", "count"),
                Arguments.of("a number for a text", with("name", "7"), 400, "invalid", "name"),
                Arguments.of("an object for a text", with("name", "{}"), 400, "invalid", "name"),
                Arguments.of("a text for a truth", with("sample", "\"true\""), 400, "invalid", "sample"),
                Arguments.of("an unknown choice", with("colour", "\"GREEN\""), 400, "invalid", "colour"),
                Arguments.of("a choice by number", with("colour", "0"), 400, "invalid", "colour"),
                Arguments.of("no date", with("day", "\"31.03.2026\""), 400, "invalid", "day"),
                Arguments.of("a day that is none", with("day", "\"2026-02-30\""), 400, "invalid", "day"),
                Arguments.of("a time for a date", with("day", "\"2026-03-31T10:00:00Z\""), 400, "invalid", "day"),
                Arguments.of("a number for a moment", with("seen", "7"), 400, "invalid", "seen"),
                Arguments.of("no moment", with("seen", "\"2026-03-31\""), 400, "invalid", "seen"),
                Arguments.of("no UUID", with("ref", "\"1-1-1-1-1\""), 400, "invalid", "ref"),
                Arguments.of(
                        "deep inside",
                        with("parts", "[{\"id\":\"a\",\"units\":1},{\"id\":\"b\",\"units\":\"x\"}]"),
                        400,
                        "invalid",
                        "parts[1].units"),
                Arguments.of("blank", with("name", "\" \""), 400, "invalid", "name"),
                Arguments.of("too long", with("name", "\"" + "x".repeat(21) + "\""), 400, "invalid", "name"),
                Arguments.of(
                        "blank inside", with("parts", "[{\"id\":\"\",\"units\":1}]"), 400, "invalid", "parts[0].id"),
                Arguments.of("half a surrogate", with("name", "\"\\ud800\""), 400, null, null),
                Arguments.of("a NUL", with("name", "\"a\\u0000b\""), 400, null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isRefusedNamingTheField(String what, String body, int status, String code, String field) {
        var answer = send(body);
        assertProblem(answer, status);
        if (code != null) assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        if (field != null)
            assertThat(answer.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"message\":\"");
    }

    @Test
    void isExplainedInTheClientsLanguage() {
        assertThat(send(with("count", "\"x\""), "de").body()).contains("Diese Angabe muss eine Zahl sein.");
        assertThat(send(with("count", "\"x\""), "en").body()).contains("This entry must be a number.");
        assertThat(send(with("name", "\"\""), "de").body()).contains("Diese Angabe fehlt.");
        assertThat(send(with("name", "\"\""), "en").body()).contains("This entry is missing.");
        assertThat(send(with("name", "\"" + "x".repeat(21) + "\""), "en").body())
                .contains("Please use at most 20 characters.");
    }

    @Test
    void isReadAsUtf8JsonOnly() {
        assertProblem(post("text/plain", BodyPublishers.ofString(GOOD)), 415);
        assertProblem(post("application/x-www-form-urlencoded", BodyPublishers.ofString("name=a")), 415);
        assertProblem(post("application/json;charset=ISO-8859-15", BodyPublishers.ofString(GOOD)), 415);
        assertProblem(post("application/json;charset=nonsense", BodyPublishers.ofString(GOOD)), 415);
        assertProblem(post("nonsense", BodyPublishers.ofString(GOOD)), 415);
        assertProblem(post(null, BodyPublishers.ofString(GOOD)), 415);
        var latin = with("name", "\"Jürgen\"").getBytes(ISO_8859_1);
        assertProblem(post("application/json", BodyPublishers.ofByteArray(latin)), 400);
    }

    @Test
    void isOneMegabyteAtMostHoweverItComes() {
        var large = ("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);
        assertProblem(post("application/json", BodyPublishers.ofByteArray(large)), 413);
        assertProblem(
                post("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))), 413);
        var ten = new byte[10 * 1024 * 1024];
        assertProblem(
                post("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ten))), 413, 400);
    }

    @Test
    void needsAKeyOfTheClient() {
        for (var key : new String[] {null, "", "abc", "1-1-1-1-1", "{}", UUID.randomUUID() + "x"}) {
            var answer = post("application/json", BodyPublishers.ofString(GOOD), key, "de");
            assertProblem(answer, 400);
            assertThat(answer.body()).contains("\"field\":\"Idempotency-Key\"");
        }
    }

    @Test
    void thatEndsTooEarlyIsAClientsError() throws Exception {
        assertThat(wire("Content-Length: 1000", GOOD, true))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("Exception");
        assertThat(wire("Transfer-Encoding: chunked", "10\r\n{\"name\"", true))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("Exception");
        assertThat(wire("Transfer-Encoding: chunked", "zz\r\n{}\r\n", true)).startsWith("HTTP/1.1 400 ");
        assertThat(wire("Content-Length: 5", GOOD, true)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void thatNeverComesIsATimeout() throws Exception {
        assertThat(wire("Content-Length: 1000", "{\"name\":", false)).startsWith("HTTP/1.1 408 ");
    }

    private String wire(String length, String body, boolean close) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + "Idempotency-Key: " + UUID.randomUUID() + "\r\n" + length + "\r\n\r\n" + body)
                            .getBytes(UTF_8));
            out.flush();
            if (close) socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String with(String field, String value) {
        var good =
                GOOD.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[^,}]*),?", "").replace(",}", "}");
        return good.replace("{", "{\"" + field + "\":" + value + ",");
    }

    private static void assertProblem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:thami:problem:", "\"title\":\"", "\"detail\":\"", "\"code\":\"")
                .doesNotContain("Exception", "jackson", "java.", "thami.web", "at [");
    }

    private HttpResponse<String> send(String body) {
        return send(body, "de");
    }

    private HttpResponse<String> send(String body, String language) {
        return post(
                "application/json",
                BodyPublishers.ofString(body),
                UUID.randomUUID().toString(),
                language);
    }

    private HttpResponse<String> post(String type, BodyPublisher body) {
        return post(type, body, UUID.randomUUID().toString(), "de");
    }

    private HttpResponse<String> post(String type, BodyPublisher body, String key, String language) {
        var http = new Http(port);
        var request = http.to("/api/things").header("Accept-Language", language).POST(body);
        if (type != null) request.header("Content-Type", type);
        if (key != null) request.header("Idempotency-Key", key);
        return http.send(request);
    }
}
