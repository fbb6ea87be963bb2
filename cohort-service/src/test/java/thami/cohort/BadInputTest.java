package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.openapi.EveryDoor;

/// Every door, with what people and programs get wrong. No answer may show how we are built.
@ComponentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;
    private Story story;
    private UUID cohort;
    private UUID candidate;
    private UUID participant;

    @BeforeAll
    void begin() {
        story = new Story(http, neighbours, staff);
        cohort = story.publishedCohort(2);
        participant = story.enrolled(cohort, "Şule Beispiel");
        candidate = story.applied(cohort, "Olena Beispiel");
    }

    @TestFactory
    Stream<DynamicNode> whatTheInterfaceDoesNotAllowIsRefused(@Autowired EveryDoor doors) {
        return doors.sample("targetGroups", List.of("THUERGUSVO"))
                .sample("currency", "EUR")
                .tests();
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                                | type             | body                                          | status | field
            GET      | /api/cohorts?after=*                                 |                  |                                               | 400    |
            POST     | /api/cohorts/COHORT/cancellation                    | application/json | {"reason":" "}                                | 400    | reason
            GET      | /api/candidates?cohort=NEW                          |                  |                                               | 404    |
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":" "}               | 400    | reason
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":"r","decidedAt":"2026-03-09T11:00:00Z"} | 409 |
            POST     | /api/candidates/CANDIDATE/waitlisting               | application/json | {"reason":"r","decidedAt":"2026-03-09T11:00:00Z"} | 409 |
            POST     | /api/candidates/CANDIDATE/decline                   | application/json | {"reason":"r","decidedAt":"2026-03-09T11:00:00Z"} | 409 |
            POST     | /api/candidates/CANDIDATE/decline                   | application/json | {"reason":"r","decidedAt":"yesterday"}        | 400    | decidedAt
            POST     | /api/candidates/PARTICIPANT/legal-basis             | application/json | {"legalBasis":"C","reason":"r"}               | 400    | legalBasis
            POST     | /api/candidates/PARTICIPANT/legal-basis             | application/json | {"legalBasis":"B","reason":" "}               | 400    | reason
            POST     | /api/candidates/PARTICIPANT/legal-basis             | application/json | {"legalBasis":"A","reason":"r"}               | 409    |
            POST     | /api/candidates/PARTICIPANT/legal-basis             | application/json | {"legalBasis":"B","reason":"r","decidedAt":"2026-03-09T11:00:00Z"} | 409 |
            POST     | /api/candidates/CANDIDATE/legal-basis               | application/json | {"legalBasis":"B","reason":"r"}               | 409    |
            POST     | /api/candidates/CANDIDATE/undo                      | application/json | {"reason":"r"}                                | 409    |
            POST     | /api/candidates/PARTICIPANT/undo                    | application/json | {"reason":"r","decidedAt":"2026-03-09T11:00:00Z"} | 409 |
            POST     | /api/candidates/PARTICIPANT/undo                    | application/json | {"reason":"r","decidedAt":"yesterday"}        | 400    | decidedAt
            POST     | /api/candidates/PARTICIPANT/decline                 | application/json | {"reason":"r"}                                | 409    |
            GET      | /api/participations/CANDIDATE                       |                  |                                               | 404    |
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"2999-01-01"}                  | 422    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"2026-03-01"}                  | 422    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/NEW         | application/json | {"completedOn":"2026-03-09"}                  | 404    |
            PUT      | /api/participations/CANDIDATE/modules/LAW           | application/json | {"completedOn":"2026-03-09"}                  | 404    |
            POST     | /api/participations/PARTICIPANT/modules/LAW/correction | application/json | {"reason":"r"}                             | 409    |
            POST     | /api/cohorts/COHORT/modules/NEW/completions         | application/json | {"participations":["NEW"],"completedOn":"2026-03-09"} | 404 |
            POST     | /api/cohorts/COHORT/modules/LAW/completions         | application/json | {"participations":[],"completedOn":"2026-03-09"} | 400 | participations
            POST     | /api/cohorts/COHORT/modules/LAW/completions         | application/json | {"participations":[null],"completedOn":"2026-03-09"} | 400 |
            GET      | /actuator/env                                       |                  |                                               | 404    |
            GET      | /nowhere                                            |                  |                                               | 404    |
            """)
    void aDoor(String method, String path, String type, String body, int status, String field) {
        check(HttpMethod.valueOf(method), path, null, type, body, status, field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what              | key   | change                               | status | field
            no target group     | NEW   | `["THUERGUSVO","MIGRANT_ORGANISATION"]=[]` | 400 | targetGroups
            broken fee          | NEW   | `120.5=120.555`                      | 400    | fee.amount
            no such currency    | NEW   | `"EUR"="ABC"`                        | 400    | fee.currency
            no code of one      | NEW   | `"EUR"="Euro"`                       | 400    | fee.currency
            a year of five      | NEW   | `2026-10-30=+12026-10-30`            | 400    | endsOn
            the end of all days | NEW   | `"2026-10-30"="+999999999-12-31"`    | 400    | endsOn
            the last moment     | NEW   | `2099-12-31T22:59:59.999Z=+1000000000-12-31T23:59:59Z` | 400 | closesAt
            closes too early    | NEW   | `2099-12-31T22:59:59.999Z=2025-12-31T22:59:59.999Z` | 422 | closesAt
            ends too early      | NEW   | `2026-10-30=2025-10-30`              | 422    | endsOn
            control in place    | NEW   | `Erfurt (Beispielort)=Erfurt\\u0007` | 400    | place
            right to left       | NEW   | `Erfurt (Beispielort)=Erfurt\\u202e` | 400    | place
            """)
    void aPlanThatIsNotInOrder(String what, String key, String change, int status, String field) {
        var parts = change.split("=", 2);
        var body = parts[0].isEmpty() ? Story.plan(2) : Story.plan(2).replace(parts[0], parts[1]);
        check(HttpMethod.POST, "/api/cohorts", key, "application/json", body, status, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Geben Sie die Währung mit ihrem Code an, zum Beispiel EUR.
            en | Give the currency by its code, for example EUR.
            """)
    void aCurrencyThatThereIsNotIsToldAsSuch(String language, String sentence) {
        var refusal = http.post()
                .uri("/api/cohorts")
                .headers(story.as("course-management"))
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .body(Story.plan(2).replace("EUR", "ABC"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(refusal).contains("\"field\":\"fee.currency\"", sentence);
    }

    @Test
    void theSameKeyWithAnotherPlanIsRefusedAndWithTheSameAnsweredAgain() {
        var key = UUID.randomUUID().toString();
        check(HttpMethod.POST, "/api/cohorts", key, "application/json", Story.plan(2), 201, null);
        check(HttpMethod.POST, "/api/cohorts", key, "application/json", " " + Story.plan(2), 201, null);
        check(HttpMethod.POST, "/api/cohorts", key, "application/json", Story.plan(3), 422, null);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        var id = story.plannedCohort(2);
        assertThat(story.change(id, "\"1\"", Story.plan(3))).isEqualTo(200);
        assertThat(story.change(id, "\"1\"", Story.plan(4))).isEqualTo(412);
        assertThat(story.change(id, "*", Story.plan(4))).isEqualTo(412);
    }

    @Test
    void aPublishedCohortCannotHaveFewerSeatsThanAreGiven() {
        var full = story.publishedCohort(2);
        story.enrolled(full, "Erste Person");
        story.enrolled(full, "Zweite Person");
        var tag = story.tag(full);

        assertThat(story.change(full, tag, Story.plan(1))).isEqualTo(409);
        assertThat(story.change(full, tag, Story.plan(2).replace("\"units\":32", "\"units\":33")))
                .isEqualTo(409);
        assertThat(story.change(full, tag, Story.plan(3))).isEqualTo(200);
        story.enrolled(full, "Dritte Person");
    }

    @Test
    void theWindowOfACallThatStaffClosedIsNotChanged() {
        var closed = story.publishedCohort(2);
        story.close(closed);

        var tag = story.tag(closed);

        assertThat(story.change(closed, tag, Story.plan(2).replace("2099-", "2100-")))
                .isEqualTo(409);
        assertThat(story.change(closed, tag, Story.plan(3))).isEqualTo(200);
    }

    @Test
    void aWholeModuleIsAnsweredPersonByPerson() {
        var list = story.publishedCohort(2);
        var enrolled = story.enrolled(list, "Erste Person");
        var stranger = UUID.randomUUID();
        var answer = http.post()
                .uri("/api/cohorts/" + list + "/modules/" + Story.LAW + "/completions")
                .headers(story.as("trainer"))
                .header("Content-Type", "application/json")
                .body("{\"participations\":[\"" + enrolled + "\",\"" + stranger + "\"],\"completedOn\":\"2026-03-09\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer)
                .contains("\"participation\":\"" + enrolled + "\",\"recorded\":true")
                .contains("\"participation\":\"" + stranger + "\",\"recorded\":false", "no-such-participation");
    }

    @ParameterizedTest
    @CsvSource({"de, 09.03.2026", "en, 9 March 2026"})
    void whatStandsInTheWayIsSaidAsTheLanguageWritesIt(String language, String day) {
        var enrolled = story.enrolled(story.publishedCohort(1), "Erste Person");
        story.complete(enrolled, Story.LAW, "2026-03-09").expectStatus().isOk();

        var refusal = http.put()
                .uri("/api/participations/" + enrolled + "/modules/" + Story.LAW)
                .headers(story.as("trainer"))
                .header("Accept-Language", language)
                .header("Content-Type", "application/json")
                .body("{\"completedOn\":\"2026-03-10\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(refusal).contains(day);
    }

    private void check(HttpMethod method, String path, String key, String type, String body, int status, String field) {
        var request = http.method(method)
                .uri(filled(path))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        staff.bearer("admissions", "course-management", "trainer", "operations", "audit"));
        if (key != null) request = request.header("Idempotency-Key", filled(key));
        if (type != null) request = request.header("Content-Type", type);
        var answer = (body == null ? request : request.body(filled(body))).exchange();
        var result = answer.expectBody(String.class).returnResult();
        var text = String.valueOf(result.getResponseBody());
        assertThat(result.getStatus().value()).as(text).isEqualTo(status);
        assertThat(text)
                .doesNotContain("Exception")
                .doesNotContain("thami.cohort.")
                .doesNotContain("tools.jackson");
        if (field != null) assertThat(text).contains("\"field\":\"" + field + "\"");
    }

    private String filled(String text) {
        return text.replace("COHORT", cohort.toString())
                .replace("CANDIDATE", candidate.toString())
                .replace("PARTICIPANT", participant.toString())
                .replace("LAW", Story.LAW)
                .replace("NEW", UUID.randomUUID().toString());
    }
}
