package thami.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.StaffProvider;
import thami.testing.openapi.EveryDoor;

/// Every door, with what people and programs get wrong. No answer may show how we are built.
@ComponentTest
class BadInputTest implements WithMailSink {

    @Autowired
    RestTestClient http;

    @Autowired
    StaffProvider staff;

    @TestFactory
    Stream<DynamicNode> whatTheInterfaceDoesNotAllowIsRefused(@Autowired EveryDoor doors) {
        return doors.tests();
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                   | content type     | body                      | status | field
            GET      | /api/notifications?after=x             |                  |                           | 400    | after
            GET      | /api/notifications?after=1_x           |                  |                           | 400    | after
            GET      | /api/notifications?after=x_NEW         |                  |                           | 400    | after
            POST     | /api/notifications/NEW/resend          | application/json | {"reason":" "}            | 400    | reason
            GET      | /actuator/env                          |                  |                           | 404    |
            GET      | /actuator/heapdump                     |                  |                           | 404    |
            GET      | /nowhere                               |                  |                           | 404    |
            """)
    void isRefusedWithASentence(String method, String path, String type, String body, int status, String field) {
        check(method, path, type, body, status, field);
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
