package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import thami.testing.RolesTable.Line;
import thami.testing.StaffProvider.Person;

/// `docs/roles.csv` is what the service's code allows and what it answers: each role at each path of the table,
/// by bearer token at the interfaces, signed in at the pages.
/// ```java
/// @TestFactory
/// Stream<DynamicNode> whoMayMay(@Autowired Roles roles, @Autowired Access access) {
///     return roles.tests(access.all());
/// }
/// ```
public final class Roles {

    private static final String SOME_ID = "8c2f4d7a-91b3-4e06-a7d5-0b6e3f9c2aff";

    private final ApplicationContext context;
    private final String service;
    private final Map<String, Visitor> signedIn = new HashMap<>();

    Roles(ApplicationContext context, String service) {
        this.context = context;
        this.service = service.replace("-service", "");
    }

    /// @param allowed the rules of the code; each prints itself as a line of the table
    public Stream<DynamicNode> tests(Collection<?> allowed) {
        var table = RolesTable.of(service);
        var same = dynamicTest(
                "the table says what the code allows",
                () -> assertThat(table)
                        .extracting(Line::toString)
                        .containsExactlyInAnyOrderElementsOf(
                                allowed.stream().map(Object::toString).toList()));
        return Stream.concat(
                Stream.of(same), table.stream().map(line -> dynamicContainer(line.toString(), each(line))));
    }

    private Stream<DynamicTest> each(Line line) {
        var roles = RolesTable.ROLES.stream()
                .map(role -> dynamicTest(
                        role,
                        () -> answers(
                                line, role, line.isPublic() || line.roles().contains(role))));
        var nobody = line.isPublic()
                ? dynamicTest(
                        "nobody",
                        () -> assertThat(status(line, new Visitor(port()), null))
                                .isNotIn(401, 403))
                : dynamicTest("nobody", () -> refusesStrangers(line));
        return Stream.concat(roles, Stream.of(nobody));
    }

    private void answers(Line line, String role, boolean may) {
        var status = line.isPage() && line.path().startsWith("/staff")
                ? status(line, signedIn.computeIfAbsent(role, this::signIn), null)
                : status(line, new Visitor(port()), staff().bearer(role));
        if (may) assertThat(status).isNotIn(401, 403);
        else assertThat(status).isEqualTo(403);
    }

    private void refusesStrangers(Line line) {
        assertThat(status(line, new Visitor(port()), null)).isEqualTo(401);
        if (line.isPage()) return;
        var person = Person.of("somebody", line.roles().iterator().next());
        assertThat(status(line, new Visitor(port()), token("JWT", StaffProvider.AUDIENCE, person)))
                .as("with an ID token")
                .isEqualTo(401);
        assertThat(status(line, new Visitor(port()), token("at+jwt", "another-api", person)))
                .as("with a token for somebody else")
                .isEqualTo(401);
    }

    private String token(String type, String audience, Person person) {
        return "Bearer " + staff().token(type, audience, person, Map.of());
    }

    private Visitor signIn(String role) {
        var visitor = new Visitor(port());
        staff().signingIn(Person.of("staff-" + role, role));
        visitor.signIn("/staff/" + service + "/login/thami");
        return visitor;
    }

    private int status(Line line, Visitor visitor, @Nullable String bearer) {
        var path = line.path().replaceAll("\\{[^}]*}", SOME_ID).replace("/**", "");
        var headers = new HashMap<String, String>();
        if (bearer != null) headers.put("Authorization", bearer);
        if (line.isPage()) headers.putAll(visitor.formToken("thami-" + service + "-form"));
        var answer = visitor.send(line.method(), path, headers);
        return isSentToSignIn(answer) ? 401 : answer.statusCode();
    }

    /// How pages say 401.
    private static boolean isSentToSignIn(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(location -> location.endsWith("/login/thami"))
                .isPresent();
    }

    private StaffProvider staff() {
        return context.getBean(StaffProvider.class);
    }

    private String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
