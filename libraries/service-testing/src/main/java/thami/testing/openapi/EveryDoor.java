package thami.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import thami.testing.Neighbours;
import thami.testing.RolesTable;
import thami.testing.StaffProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each operation of a service's OpenAPI document with everything that people and programs get wrong: refused
/// as a problem that names the field and nothing of how we are built, with nothing kept.
/// ```java
/// @TestFactory
/// Stream<DynamicNode> refusesWhatIsNotInOrder(@Autowired EveryDoor doors) {
///     return doors.sample("language", "de").tests();
/// }
/// ```
public final class EveryDoor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApplicationContext context;
    private final String service;
    private final Samples samples = new Samples();
    private final HttpClient http = HttpClient.newHttpClient();

    public EveryDoor(ApplicationContext context, String service) {
        this.context = context;
        this.service = service.replace("-service", "");
        sample("If-Match", "\"1\"");
    }

    /// What is in order for this property or parameter, wherever it stands; for what a schema does not say.
    public EveryDoor sample(String name, Object value) {
        samples.give(name, value);
        return this;
    }

    /// One container for each operation, one test for each mistake.
    public Stream<DynamicNode> tests() {
        var operations = Operation.all(document());
        assertThat(operations)
                .as("operations in the document")
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(interfaces());
        context.getBean(Neighbours.class).awaitQuiet(); // what comes in late must not be taken for what a mistake left
        return operations.stream().map(operation -> dynamicContainer(operation.toString(), at(operation, operations)));
    }

    private List<String> interfaces() {
        return RolesTable.of(service).stream()
                .filter(line -> !line.isPage())
                .map(line -> line.method() + " " + line.path())
                .toList();
    }

    private JsonNode document() {
        var answer = send(new Request("GET", "/v3/api-docs", Map.of(), Map.of(), Map.of(), null));
        assertThat(answer.statusCode()).as("/v3/api-docs").isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private Stream<DynamicTest> at(Operation operation, List<Operation> all) {
        var mistakes = new Mistakes(all, samples);
        var roles = RolesTable.roles(service, operation.method(), operation.path());
        var sound = mistakes.sound(operation, headers(roles));
        var list = new ArrayList<>(mistakes.at(operation, sound));
        if (!roles.contains(RolesTable.PUBLIC)) {
            list.add(new Mistake("not signed in", sound.with("Authorization", (String) null), 401, null));
            list.add(new Mistake("another role", sound.with("Authorization", stranger(roles)), 403, null));
        }
        var tests = list.stream().map(each -> dynamicTest(each.what(), () -> refuses(operation, each)));
        return operation.namesSomething()
                ? tests // "something unknown" shows that all else was in order
                : Stream.concat(Stream.of(dynamicTest("all in order", () -> isOpen(operation, sound))), tests);
    }

    private Map<String, String> headers(Set<String> roles) {
        return Mistakes.headers(bearer(
                roles.contains(RolesTable.PUBLIC) ? "nobody" : roles.iterator().next()));
    }

    private String stranger(Set<String> roles) {
        return bearer(RolesTable.ROLES.stream()
                .filter(role -> !roles.contains(role))
                .findFirst()
                .orElseThrow());
    }

    private String bearer(String role) {
        return context.getBean(StaffProvider.class).bearer(role);
    }

    /// Otherwise a door that is always closed would pass all the tests.
    private void isOpen(Operation operation, Request sound) {
        var answer = send(sound);
        assertThat(answer.statusCode()).as(said(sound, answer)).isIn(200, 201, 202, 404, 409, 422);
        assertThat(operation.answers()).as("answers in the document").contains("" + answer.statusCode());
    }

    private void refuses(Operation operation, Mistake mistake) {
        var before = stored();
        var answer = send(mistake.request());
        var said = said(mistake.request(), answer);

        assertThat(answer.statusCode()).as(said).isEqualTo(mistake.status());
        if (mistake.status() != 405)
            assertThat(operation.answers()).as("answers in the document").contains("" + mistake.status());
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(said)
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .as(said)
                .doesNotContain("Exception", "\tat ", "thami." + service + ".", "thami.web.", "java.", "tools.jackson")
                .doesNotContain("org.springframework");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).as(said).isEqualTo(mistake.status());
        assertThat(problem.path("detail").asString("")).as(said).isNotBlank();
        if (mistake.field() != null) assertThat(fields(problem)).as(said).containsOnly(mistake.field());
        stored().forEach((name, count) -> assertThat(count)
                .as("%s stored after %s", name, said)
                .isLessThanOrEqualTo(before.getOrDefault(name, 0L))); // what waited may have been done meanwhile
    }

    private static List<String> fields(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private Map<String, Long> stored() {
        var mongo = context.getBean(MongoOperations.class);
        var counts = new TreeMap<String, Long>();
        for (var name : mongo.getCollectionNames())
            counts.put(name, mongo.getCollection(name).countDocuments());
        return counts;
    }

    private HttpResponse<String> send(Request request) {
        var base = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try {
            return http.send(request.to(base), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(request.toString(), failure);
        }
    }

    private static String said(Request request, HttpResponse<String> answer) {
        return request + "\n→ " + answer.statusCode() + " " + answer.body();
    }
}
