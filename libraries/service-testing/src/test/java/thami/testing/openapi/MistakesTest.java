package thami.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A mistake that is not made up is not tried at any door.
class MistakesTest {

    private static final String DOCUMENT = """
            {"paths": {"/api/things/{id}": {
               "get": {"parameters": [
                  {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 9}}]},
               "post": {
                  "parameters": [
                     {"name": "Idempotency-Key", "in": "header", "required": true,
                      "schema": {"type": "string", "format": "uuid"}}],
                  "requestBody": {"required": true, "content": {"application/json": {
                     "schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "required": ["name", "parts"], "properties": {
                  "name": {"type": "string", "minLength": 1, "maxLength": 3},
                  "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Part"}}}},
               "Part": {"type": "object", "required": ["units"], "properties": {
                  "units": {"type": "integer", "minimum": 1},
                  "on": {"type": "string", "format": "date"}}}}}}""";

    private final List<Operation> operations = Operation.all(JsonMapper.shared().readTree(DOCUMENT));

    @Test
    void inPathsAndQueriesAreMadeUp() {
        assertThat(at("GET"))
                .extracting(Mistake::what)
                .containsExactlyInAnyOrder(
                        "something unknown",
                        "id abc",
                        "id 1-1-1-1-1",
                        "limit x",
                        "limit 1.5",
                        "limit 0",
                        "limit 10",
                        "DELETE");
    }

    @Test
    void inABodyAreMadeUpAtEachDepth() {
        assertThat(at("POST"))
                .filteredOn(mistake -> mistake.status() == 400 && mistake.field() != null)
                .extracting(Mistake::field)
                .contains("unexpected", "name", "parts", "parts[0]", "parts[0].unexpected", "parts[0].units")
                .contains("parts[0].on", "Idempotency-Key");
        assertThat(at("POST"))
                .extracting(Mistake::what)
                .contains("no name", "name null", "no parts[0].units", "parts[0].units as 0", "parts as []")
                .contains("name as \"xxxx\"", "parts[0].on as \"2026-02-30\"", "no Idempotency-Key", "1.1 MB")
                .doesNotContain("no parts[0].on");
    }

    @Test
    void areOneAtATime() {
        var sent = new String(at("POST").stream()
                .filter(mistake -> mistake.what().equals("parts[0].units as 0"))
                .findFirst()
                .orElseThrow()
                .request()
                .body());

        assertThat(sent).isEqualTo("""
                        {"name":"Bo","parts":[{"units":0,"on":"2026-03-09"}]}""");
    }

    private List<Mistake> at(String method) {
        var samples = new Samples();
        samples.give("name", "Bo");
        var mistakes = new Mistakes(operations, samples);
        var operation = operations.stream()
                .filter(each -> each.method().equals(method))
                .findFirst()
                .orElseThrow();
        return mistakes.at(operation, mistakes.sound(operation, Map.of()));
    }
}
