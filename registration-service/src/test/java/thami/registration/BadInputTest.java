package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.MultiValueMap;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.openapi.EveryDoor;

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

    @TestFactory
    Stream<DynamicNode> whatTheInterfaceDoesNotAllowIsRefused(@Autowired EveryDoor doors) {
        return doors.sample("name", "Bo Beispiel")
                .sample("email", "bo@post.example")
                .sample("language", "de")
                .tests();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what                 | key          | content type        | body                                                                                                                          | status | field
            blank name             | NEW          | application/json    | {"callId":"CALL","name":"  ","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | name
            control in the name    | NEW          | application/json    | {"callId":"CALL","name":"Bo\\u0000","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            script in the name     | NEW          | application/json    | {"callId":"CALL","name":"<script>","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            right to left          | NEW          | application/json    | {"callId":"CALL","name":"Bo\\u202e","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | name
            no address             | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}              | 400    | email
            two addresses          | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"a@post.example,b@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | email
            line break in address  | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"a@post.example\\r\\nBcc: b@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400 | email
            other language         | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"fr","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"} | 400    | language
            other target group     | NEW          | application/json    | {"callId":"CALL","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"OTHERS","privacyNoticeVersion":"1"}     | 422    | targetGroup
            unknown call           | NEW          | application/json    | {"callId":"NEW","name":"Bo","email":"bo@post.example","language":"de","targetGroup":"THUERGUSVO","privacyNoticeVersion":"1"}  | 422    | callId
            """)
    void anApplicationThatIsNotInOrder(String what, String key, String type, String body, int status, String field) {
        check(HttpMethod.POST, "/api/applications", key, type, filled(body), status, field);
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                        | content type     | body                                       | status | field
            GET      | /api/calls?after=NEW                        |                  |                                            | 404    |
            POST     | /api/applications/link-renewals             | application/json | {"email":""}                               | 400    | email
            POST     | /api/applications/link-renewals             | application/json | {"email":"bo"}                             | 400    | email
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

    /// A refused form is kept for a day like any other, so it may not be as long as anybody likes.
    @Test
    void aFormThatIsLongerThanAnyHonestOneIsRefusedAndNotKept() {
        var answer = fillIn("Bo", "x".repeat(70_000));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(answer.getResponseCookies()).doesNotContainKey("thami-registration-draft");
        assertThat(answer.getResponseBody()).contains("Zu viel auf einmal", "kürzen Sie Ihre Angaben");
    }

    @Test
    void theLongestFormThatIsInOrderIsTaken() {
        var answer = fillIn("Ữ".repeat(200), "漢".repeat(200));

        assertThat(answer.getStatus().is3xxRedirection()).isTrue();
        assertThat(answer.getResponseHeaders().getLocation()).hasPath("/apply/" + call + "/check");
    }

    private EntityExchangeResult<String> fillIn(String name, String longest) {
        var path = "/apply/" + call + "/application";
        var page = http.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(String.valueOf(page.getResponseBody()))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var form = MultiValueMap.fromSingleValue(Map.of(
                "_csrf", token,
                "name", name,
                "email", "bo@post.example",
                "targetGroup", "THUERGUSVO",
                "organisation", longest,
                "occupation", longest,
                "language", "de"));
        var cookie = "thami-registration-form";
        return http.post()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .cookie(cookie, page.getResponseCookies().getFirst(cookie).getValue())
                .body(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
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
