package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;

/// Every door, with what people and programs get wrong. No answer may show how we are built.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    private UUID call;

    @BeforeAll
    void aCallIsOpen() {
        call = new Doors(http, neighbours).openCall();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what                 | key          | content type        | body                                                                                                                          | status | field
            unknown field          | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1","x":1} | 400 | x
            duplicate field        | NEW          | application/json    | {"callId":"CALL","name":"Bo","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 |
            wrong type             | NEW          | application/json    | {"callId":7,"name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}      | 400    | callId
            number for text        | NEW          | application/json    | {"callId":"CALL","name":7,"email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}    | 400    | name
            object for text        | NEW          | application/json    | {"callId":"CALL","name":{},"email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}   | 400    | name
            no name                | NEW          | application/json    | {"callId":"CALL","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}             | 400    | name
            blank name             | NEW          | application/json    | {"callId":"CALL","name":"  ","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | name
            control in the name    | NEW          | application/json    | {"callId":"CALL","name":"Bo\\u0000","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            script in the name     | NEW          | application/json    | {"callId":"CALL","name":"<script>","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            right to left          | NEW          | application/json    | {"callId":"CALL","name":"Bo\\u202e","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            no address             | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}              | 400    | email
            two addresses          | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"a@post.example,b@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | email
            line break in address  | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"a@post.example\\r\\nBcc: b@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | email
            other language         | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"fr","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | language
            no notice              | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO"}                            | 400    | privacyNoticeVersion
            other target group     | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"OTHERS","privacyNoticeVersion":"1"}     | 422    | targetGroup
            unknown call           | NEW          | application/json    | {"callId":"NEW","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}  | 422    | callId
            no key                 |              | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | Idempotency-Key
            malformed key          | 1-1-1-1-1    | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | Idempotency-Key
            key that is no key     | abc          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | Idempotency-Key
            other content type     | NEW          | text/plain          | {"callId":"CALL"}                                                                                                             | 415    |
            a form                 | NEW          | application/x-www-form-urlencoded | callId=CALL                                                                                                     | 415    |
            empty                  | NEW          | application/json    | ``                                                                                                                            | 400    |
            null                   | NEW          | application/json    | null                                                                                                                          | 400    |
            a list                 | NEW          | application/json    | []                                                                                                                            | 400    |
            broken                 | NEW          | application/json    | {"callId":"CALL",                                                                                                             | 400    |
            two values             | NEW          | application/json    | {} {}                                                                                                                         | 400    |
            too big a number       | NEW          | application/json    | {"callId":1e400}                                                                                                              | 400    |
            """)
    void anApplicationThatIsNotInOrder(String what, String key, String type, String body, int status, String field) {
        check(HttpMethod.POST, "/api/applications", key, type, filled(body), status, field);
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                        | content type     | body                                       | status | field
            GET      | /api/calls/abc                              |                  |                                            | 400    | id
            GET      | /api/calls/NEW                              |                  |                                            | 404    |
            GET      | /api/calls?limit=0                          |                  |                                            | 400    | limit
            GET      | /api/calls?limit=101                        |                  |                                            | 400    | limit
            GET      | /api/calls?limit=x                          |                  |                                            | 400    | limit
            GET      | /api/calls?after=x                          |                  |                                            | 400    | after
            GET      | /api/calls?after=NEW                        |                  |                                            | 404    |
            PUT      | /api/calls/CALL                             | application/json | {}                                         | 405    |
            DELETE   | /api/applications                           |                  |                                            | 405    |
            GET      | /api/applications/NEW                       |                  |                                            | 401    |
            GET      | /api/applications/by-link/abc               |                  |                                            | 404    |
            POST     | /api/applications/by-link/abc/withdrawal    |                  |                                            | 404    |
            POST     | /api/applications/link-renewals             | application/json | {}                                         | 400    | email
            POST     | /api/applications/link-renewals             | application/json | {"email":""}                               | 400    | email
            POST     | /api/applications/link-renewals             | application/json | {"email":"bo"}                             | 400    | email
            POST     | /api/applications/link-renewals             | application/json | {"email":7}                                | 400    | email
            POST     | /api/applications/link-renewals             | application/json | {"email":"bo@post.example","x":1}          | 400    | x
            POST     | /api/applications/link-renewals             | application/json | {                                          | 400    |
            POST     | /api/applications/link-renewals             | text/plain       | bo@post.example                            | 415    |
            GET      | /api/registration/dead-letters              |                  |                                            | 401    |
            GET      | /apply/abc                                  |                  |                                            | 400    |
            GET      | /apply/NEW                                  |                  |                                            | 404    |
            GET      | /apply/NEW/application                      |                  |                                            | 404    |
            GET      | /status/abc                                 |                  |                                            | 404    |
            POST     | /status/abc/withdrawal                      |                  |                                            | 403    |
            POST     | /apply/CALL/check                           | application/x-www-form-urlencoded | key=NEW                   | 403    |
            GET      | /actuator/env                               |                  |                                            | 404    |
            GET      | /actuator/heapdump                          |                  |                                            | 404    |
            GET      | /nowhere                                    |                  |                                            | 404    |
            """)
    void anotherDoor(String method, String path, String type, String body, int status, String field) {
        check(HttpMethod.valueOf(method), filled(path), null, type, body == null ? null : filled(body), status, field);
    }

    @ParameterizedTest
    @CsvSource({"/api/applications", "/api/applications/link-renewals"})
    void moreThanAMegabyteIsRefused(String path) {
        var body = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        check(HttpMethod.POST, path, "NEW", "application/json", body, 413, null);
    }

    private void check(HttpMethod method, String path, String key, String type, String body, int status, String field) {
        var request = http.method(method).uri(path).header("Accept", "application/json");
        if (key != null) request = request.header("Idempotency-Key", filled(key));
        if (type != null) request = request.header("Content-Type", type);
        var answer = (body == null ? request : request.body(body)).exchange();
        var text = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text)
                .doesNotContain("Exception")
                .doesNotContain("thami.registration")
                .doesNotContain("tools.jackson");
        if (field != null) assertThat(text).contains("\"field\":\"" + field + "\"");
    }

    private String filled(String text) {
        return text.replace("CALL", call.toString())
                .replace("NEW", UUID.randomUUID().toString());
    }
}
