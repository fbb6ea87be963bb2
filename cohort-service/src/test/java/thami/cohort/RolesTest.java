package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Requirements;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import thami.web.Access;

/// Each role at each path of `docs/roles.csv`: who may, may; who may not, gets 401 or 403.
@ComponentTest
class RolesTest {

    private static final List<String> ROLES =
            List.of("admissions", "course-management", "trainer", "certification", "privacy", "audit", "operations");

    @Autowired
    RestTestClient http;

    @Autowired
    StaffProvider staff;

    @Autowired
    Access access;

    @Test
    void theTableSaysWhatTheServiceDoes() throws IOException {
        var rules = access.all().stream().map(Access.Rule::toString).filter(rule -> !rule.contains("api-docs"));

        assertThat(rules).containsExactlyInAnyOrderElementsOf(table(""));
    }

    static Stream<Arguments> everyRoleAtEveryPath() throws IOException {
        return table(",/api/").stream().flatMap(line -> ROLES.stream().map(role -> Arguments.of(line, role)));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEveryPath")
    void whoMayMay(String line, String role) {
        var columns = line.split(",");
        var allowed =
                columns[2].equals("public") || List.of(columns[2].split(" ")).contains(role);

        assertThat(status(columns, staff.bearer(role)) != 403).isEqualTo(allowed);
        if (!columns[2].equals("public")) assertThat(status(columns, null)).isEqualTo(401);
    }

    @Test
    void otherTokensOfTheSameProviderAreRefused() {
        var person = Person.of("somebody", "admissions");
        var path = new String[] {"GET", "/api/candidates/{id}"};

        assertThat(status(path, "Bearer " + staff.token("JWT", StaffProvider.AUDIENCE, person, java.util.Map.of())))
                .isEqualTo(401);
        assertThat(status(path, "Bearer " + staff.token("at+jwt", "another-api", person, java.util.Map.of())))
                .isEqualTo(401);
    }

    private int status(String[] columns, String bearer) {
        var path = columns[1].replaceAll("\\{[^}]*}", "8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2aff");
        var request = http.method(HttpMethod.valueOf(columns[0])).uri(path);
        if (bearer != null) request = request.header("Authorization", bearer);
        return request.exchange().returnResult().getStatus().value();
    }

    private static List<String> table(String of) throws IOException {
        return Files.readAllLines(Requirements.Repository.root().resolve("docs/roles.csv")).stream()
                .filter(line -> line.startsWith("cohort,") && line.contains(of))
                .map(line -> line.substring("cohort,".length()))
                .toList();
    }
}
