package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.StaffProvider;

/// Every door, with what people and programs get wrong. No answer may show how we are built.
@ComponentTest
class BadInputTest implements WithMailSink {

    @Autowired
    RestTestClient http;

    @Autowired
    StaffProvider staff;

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                   | content type     | body                      | status | field
            GET      | /api/notifications/abc                 |                  |                           | 400    | id
            GET      | /api/notifications/1-1-1-1-1           |                  |                           | 400    | id
            GET      | /api/notifications/NEW                 |                  |                           | 404    |
            GET      | /api/notifications?recipient=abc       |                  |                           | 400    | recipient
            GET      | /api/notifications?state=LOST          |                  |                           | 400    | state
            GET      | /api/notifications?limit=0             |                  |                           | 400    | limit
            GET      | /api/notifications?limit=101           |                  |                           | 400    | limit
            GET      | /api/notifications?limit=x             |                  |                           | 400    | limit
            GET      | /api/notifications?after=x             |                  |                           | 400    | after
            GET      | /api/notifications?after=1_x           |                  |                           | 400    | after
            GET      | /api/notifications?after=x_NEW         |                  |                           | 400    | after
            DELETE   | /api/notifications/NEW                 |                  |                           | 405    |
            PUT      | /api/notifications                     | application/json | {}                        | 405    |
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":"x"}            | 404    |
            POST     | /api/notifications/abc/resend          | application/json | {"reason":"x"}            | 400    | id
            POST     | /api/notifications/NEW/resend          | application/json | {}                        | 400    | reason
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":""}             | 400    | reason
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":" "}            | 400    | reason
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":7}              | 400    | reason
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":["x"]}          | 400    | reason
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":"x","to":"y"}   | 400    | to
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":"x","reason":"y"} | 400  |
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":                | 400    |
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":"x"} {}         | 400    |
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":1e400}          | 400    |
            POST     | /api/notifications/NEW/resend          | application/json | null                      | 400    |
            POST     | /api/notifications/NEW/resend          | application/json | []                        | 400    |
            POST     | /api/notifications/NEW/resend          | application/json | ``                        | 400    |
            POST     | /api/notifications/NEW/resend          | text/plain       | x                         | 415    |
            POST     | /api/notification/dead-letters/x/replay | application/json | {                        | 400    |
            GET      | /actuator/env                          |                  |                           | 404    |
            GET      | /actuator/heapdump                     |                  |                           | 404    |
            GET      | /nowhere                               |                  |                           | 404    |
            """)
    void isRefusedWithASentence(String method, String path, String type, String body, int status, String field) {
        check(method, path, type, body, status, field);
    }

    @Test
    void moreThanAMegabyteIsRefused() {
        var body = "{\"reason\":\"" + "x".repeat(1_100_000) + "\"}";
        check("POST", "/api/notifications/NEW/resend", "application/json", body, 413, null);
    }

    @Test
    void aReasonIsNoNovel() {
        var body = "{\"reason\":\"" + "x".repeat(501) + "\"}";
        check("POST", "/api/notifications/NEW/resend", "application/json", body, 400, "reason");
    }

    private void check(String method, String path, String type, String body, int status, String field) {
        var request = http.method(HttpMethod.valueOf(method))
                .uri(path.replace("NEW", UUID.randomUUID().toString()))
                .header("Authorization", staff.bearer("operations"))
                .header("Accept", "application/json");
        if (type != null) request = request.header("Content-Type", type);
        var answer = (body == null ? request : request.body(body)).exchange();
        var text = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text)
                .contains("\"type\"", "\"title\"", "\"detail\"")
                .doesNotContain("Exception", "thami.notification", "tools.jackson");
        if (field != null) assertThat(text).contains("\"field\":\"" + field + "\"");
    }
}
