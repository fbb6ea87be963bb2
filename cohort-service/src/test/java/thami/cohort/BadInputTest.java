package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;

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

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # method | path                                                | type             | body                                          | status | field
            GET      | /api/cohorts/abc                                    |                  |                                               | 400    | id
            GET      | /api/cohorts/NEW                                    |                  |                                               | 404    |
            GET      | /api/cohorts?limit=0                                |                  |                                               | 400    | limit
            GET      | /api/cohorts?limit=101                              |                  |                                               | 400    | limit
            GET      | /api/cohorts?after=*                                 |                  |                                               | 400    |
            POST     | /api/cohorts/NEW/publication                        |                  |                                               | 404    |
            POST     | /api/cohorts/NEW/closing                            |                  |                                               | 404    |
            POST     | /api/cohorts/COHORT/cancellation                    | application/json | {}                                            | 400    | reason
            POST     | /api/cohorts/COHORT/cancellation                    | application/json | {"reason":" "}                                | 400    | reason
            PUT      | /api/cohorts/COHORT                                 | application/json | PLAN                                          | 428    |
            GET      | /api/candidates                                     |                  |                                               | 400    | cohort
            GET      | /api/candidates?cohort=abc                          |                  |                                               | 400    | cohort
            GET      | /api/candidates?cohort=NEW                          |                  |                                               | 404    |
            GET      | /api/candidates?cohort=COHORT&status=OTHER          |                  |                                               | 400    | status
            GET      | /api/candidates/NEW                                 |                  |                                               | 404    |
            POST     | /api/candidates/NEW/admission                       | application/json | {"legalBasis":"A","reason":"r"}               | 404    |
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"reason":"r"}                                | 400    | legalBasis
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"C","reason":"r"}               | 400    | legalBasis
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":0,"reason":"r"}                 | 400    | legalBasis
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A"}                            | 400    | reason
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":" "}               | 400    | reason
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":"r\\u0000"}        | 400    | reason
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":"r","x":1}         | 400    | x
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {"legalBasis":"A","reason":"r","reason":"r"}  | 400    |
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | {                                             | 400    |
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | null                                          | 400    |
            POST     | /api/candidates/CANDIDATE/admission                 | application/json | []                                            | 400    |
            POST     | /api/candidates/CANDIDATE/admission                 | text/plain       | A                                             | 415    |
            POST     | /api/candidates/CANDIDATE/waitlisting               | application/json | {}                                            | 400    | reason
            POST     | /api/candidates/CANDIDATE/decline                   | application/json | {"reason":7}                                  | 400    | reason
            POST     | /api/candidates/CANDIDATE/undo                      | application/json | {"reason":"r"}                                | 409    |
            POST     | /api/candidates/PARTICIPANT/decline                 | application/json | {"reason":"r"}                                | 409    |
            GET      | /api/participations                                 |                  |                                               | 400    | cohort
            GET      | /api/participations/NEW                             |                  |                                               | 404    |
            GET      | /api/participations/CANDIDATE                       |                  |                                               | 404    |
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {}                                            | 400    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"31.3.2026"}                   | 400    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"2026-02-30"}                  | 400    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"2999-01-01"}                  | 422    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/LAW         | application/json | {"completedOn":"2026-03-01"}                  | 422    | completedOn
            PUT      | /api/participations/PARTICIPANT/modules/NEW         | application/json | {"completedOn":"2026-03-09"}                  | 404    |
            PUT      | /api/participations/CANDIDATE/modules/LAW           | application/json | {"completedOn":"2026-03-09"}                  | 404    |
            POST     | /api/participations/PARTICIPANT/modules/LAW/correction | application/json | {"reason":"r"}                             | 409    |
            POST     | /api/participations/PARTICIPANT/modules/LAW/correction | application/json | {}                                         | 400    | reason
            POST     | /api/cohorts/COHORT/modules/NEW/completions         | application/json | {"participations":["NEW"],"completedOn":"2026-03-09"} | 404 |
            POST     | /api/cohorts/COHORT/modules/LAW/completions         | application/json | {"participations":[],"completedOn":"2026-03-09"} | 400 | participations
            POST     | /api/cohorts/COHORT/modules/LAW/completions         | application/json | {"participations":[null],"completedOn":"2026-03-09"} | 400 |
            POST     | /api/cohorts/COHORT/modules/LAW/completions         | application/json | {"participations":["NEW"]}                    | 400    | completedOn
            DELETE   | /api/cohorts/COHORT                                 |                  |                                               | 405    |
            GET      | /actuator/env                                       |                  |                                               | 404    |
            GET      | /nowhere                                            |                  |                                               | 404    |
            """)
    void aDoor(String method, String path, String type, String body, int status, String field) {
        check(HttpMethod.valueOf(method), path, null, type, body, status, field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what              | key   | change                               | status | field
            no key              |       | `=`                                  | 400    | Idempotency-Key
            malformed key       | 1-1-1-1-1 | `=`                              | 400    | Idempotency-Key
            unknown field       | NEW   | `{"title"={"x":1,"title"`            | 400    | x
            no title            | NEW   | `"en":"ThAMI plus 2026 (sample data)"=` | 400 |
            seats as text       | NEW   | `"seats":2="seats":"2"`              | 400    | seats
            no seats            | NEW   | `"seats":2="seats":0`                | 400    | seats
            too many seats      | NEW   | `"seats":2="seats":501`              | 400    | seats
            seats as null       | NEW   | `"seats":2="seats":null`             | 400    | seats
            no target group     | NEW   | `["THUERGUSVO","MIGRANT_ORGANISATION"]=[]` | 400 | targetGroups
            broken fee          | NEW   | `120.5=120.555`                      | 400    | fee.amount
            huge fee            | NEW   | `120.5=1e400`                        | 400    |
            closes too early    | NEW   | `2099-12-31T22:59:59.999Z=2025-12-31T22:59:59.999Z` | 422 | closesAt
            ends too early      | NEW   | `2026-10-30=2025-10-30`              | 422    | endsOn
            control in place    | NEW   | `Erfurt (Beispielort)=Erfurt\\u0007` | 400    | place
            right to left       | NEW   | `Erfurt (Beispielort)=Erfurt\\u202e` | 400    | place
            units below one     | NEW   | `"units":32="units":0`               | 400    | modules[0].units
            """)
    void aPlanThatIsNotInOrder(String what, String key, String change, int status, String field) {
        var parts = change.split("=", 2);
        var body = parts[0].isEmpty() ? Story.plan(2) : Story.plan(2).replace(parts[0], parts[1]);
        check(HttpMethod.POST, "/api/cohorts", key, "application/json", body, status, field);
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
        assertThat(change(id, "\"1\"", Story.plan(3))).isEqualTo(200);
        assertThat(change(id, "\"1\"", Story.plan(4))).isEqualTo(412);
        assertThat(change(id, "*", Story.plan(4))).isEqualTo(412);
    }

    @Test
    void aPublishedCohortCannotHaveFewerSeatsThanAreGiven() {
        var full = story.publishedCohort(2);
        story.enrolled(full, "Erste Person");
        story.enrolled(full, "Zweite Person");
        var tag = http.get()
                .uri("/api/cohorts/" + full)
                .headers(story.as("course-management"))
                .exchange()
                .returnResult()
                .getResponseHeaders()
                .getETag();

        assertThat(change(full, tag, Story.plan(1))).isEqualTo(409);
        assertThat(change(full, tag, Story.plan(2).replace("\"units\":32", "\"units\":33")))
                .isEqualTo(409);
        assertThat(change(full, tag, Story.plan(5))).isEqualTo(200);
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

    @Test
    void moreThanAMegabyteIsRefused() {
        var body = "{\"reason\":\"" + "x".repeat(1_100_000) + "\"}";
        check(HttpMethod.POST, "/api/candidates/CANDIDATE/decline", null, "application/json", body, 413, null);
    }

    private int change(UUID id, String tag, String plan) {
        return http.put()
                .uri("/api/cohorts/" + id)
                .headers(story.as("course-management"))
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .body(plan)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
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
        if (text.equals("PLAN")) return Story.plan(2);
        return text.replace("COHORT", cohort.toString())
                .replace("CANDIDATE", candidate.toString())
                .replace("PARTICIPANT", participant.toString())
                .replace("LAW", Story.LAW)
                .replace("NEW", UUID.randomUUID().toString());
    }
}
