package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.Requirements;
import thami.testing.StaffProvider.Person;
import thami.web.Access;

/// Every door with bad input, and with whom it opens for.
class DoorsTest extends WholeService {

    private static final List<String> ROLES =
            List.of("admissions", "course-management", "trainer", "certification", "privacy", "audit", "operations");
    private static final String ID = "8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2a99";

    @Autowired
    private Access access;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    GET  | /api/entitlements?state=NOWHERE    |                                 | 400
                    GET  | /api/entitlements?limit=0          |                                 | 400
                    GET  | /api/entitlements?limit=101        |                                 | 400
                    GET  | /api/entitlements?limit=x          |                                 | 400
                    GET  | /api/entitlements?after=x          |                                 | 400
                    GET  | /api/entitlements/x                |                                 | 400
                    GET  | /api/entitlements/{id}             |                                 | 404
                    GET  | /api/entitlements/{id}/preview     |                                 | 404
                    POST | /api/entitlements/{id}/preview     |                                 | 404
                    POST | /api/entitlements/x/preview        |                                 | 400
                    POST | /api/entitlements/{id}/release     |                                 | 400
                    POST | /api/entitlements/{id}/release     | {                               | 400
                    POST | /api/entitlements/{id}/release     | []                              | 400
                    POST | /api/entitlements/{id}/release     | null                            | 400
                    POST | /api/entitlements/{id}/release     | {}                              | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":null}                 | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":7}                    | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":"abc"}                | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":"SHA","more":1}       | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":"SHA","sha256":"SHA"} | 400
                    POST | /api/entitlements/{id}/release     | {"sha256":"SHA"}                | 404
                    PUT  | /api/entitlements/{id}             | {}                              | 405
                    GET  | /api/certificates/x                |                                 | 400
                    GET  | /api/certificates/{id}             |                                 | 404
                    GET  | /api/certificates/{id}/pdf         |                                 | 404
                    GET  | /api/certificates/verify/x         |                                 | 404
                    GET  | /api/certificates/verify/💥        |                                 | 404
                    GET  | /api/nothing                       |                                 | 404
                    """)
    void answersBadInputWithAProblem(String method, String path, String body, int status) {
        var filled = body == null ? null : body.replace("SHA", "ab".repeat(32));
        var answer = send(method, path.replace("{id}", ID), certification(), "application/json", filled);
        var problem = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem).contains("\"detail\"").doesNotContain("Exception", "thami.certificate.", "\tat ");
    }

    @Test
    void takesJsonAloneAndNotTooMuchOfIt() {
        var path = "/api/entitlements/" + ID + "/release";
        send("POST", path, certification(), "text/plain", "{}").expectStatus().isEqualTo(415);
        send("POST", path, certification(), "application/json", "{\"sha256\":\"" + "a".repeat(1_100_000) + "\"}")
                .expectStatus()
                .isEqualTo(413);
        send("POST", path, certification(), "application/json", "[".repeat(10_000))
                .expectStatus()
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("people")
    void opensForTheRolesOfTheTableAlone(String role) {
        for (var rule : access.all()) {
            if (rule.isPublic() || rule.path().startsWith("/staff")) continue;
            var path = rule.path().replace("{id}", ID);
            var status = send(rule.method().name(), path, staff.bearer(role), "application/json", body(rule))
                    .returnResult(String.class)
                    .getStatus()
                    .value();
            var as = "%s %s as %s".formatted(rule.method(), path, role);
            if (rule.roles().contains(role)) assertThat(status).as(as).isNotIn(401, 403);
            else assertThat(status).as(as).isEqualTo(403);
            assertThat(send(rule.method().name(), path, null, "application/json", body(rule))
                            .returnResult(String.class)
                            .getStatus()
                            .value())
                    .as(as + ", not signed in")
                    .isEqualTo(401);
        }
    }

    static Stream<String> people() {
        return ROLES.stream();
    }

    private static String body(Access.Rule rule) {
        return rule.method() == HttpMethod.POST ? "{}" : null;
    }

    @Test
    void refusesTokensThatAreNoAccessTokensForUs() {
        var person = Person.of("certification", "certification");
        Stream.of(
                        staff.token("JWT", "thami-certificate", person, Map.of()),
                        staff.token("JWT", "thami-api", person, Map.of()),
                        staff.token("at+jwt", "somebody-else", person, Map.of()),
                        staff.token("at+jwt", "thami-api", person, Map.of("iss", "https://elsewhere.example")),
                        "x.y.z")
                .forEach(token -> send("GET", "/api/entitlements", "Bearer " + token, "application/json", null)
                        .expectStatus()
                        .isUnauthorized());
    }

    /// `docs/roles.csv` says who may do what; the service does what it says.
    @Test
    void isGuardedAsTheTableSays() throws IOException {
        var table = Files.readAllLines(Requirements.Repository.root().resolve("docs/roles.csv")).stream()
                .filter(line -> line.startsWith("certificate,"))
                .map(line -> line.substring("certificate,".length()))
                .filter(line -> !line.contains("dead-letters")) // event-delivery's
                .toList();
        var rules = access.all().stream().map(Access.Rule::toString).toList();
        assertThat(rules).filteredOn(rule -> !rule.contains("dead-letters")).containsExactlyInAnyOrderElementsOf(table);
    }

    private RestTestClient.ResponseSpec send(String method, String path, String bearer, String type, String body) {
        var split = path.split("\\?", 2);
        var request = http.method(HttpMethod.valueOf(method)).uri(builder -> {
            builder.path(split[0]);
            if (split.length > 1) builder.query(split[1]);
            return builder.build();
        });
        if (bearer != null) request.header("Authorization", bearer);
        if (body != null) {
            request.header("Content-Type", type);
            return request.body(body).exchange();
        }
        if (method.equals("POST")) request.header("Content-Type", type);
        return request.exchange();
    }
}
