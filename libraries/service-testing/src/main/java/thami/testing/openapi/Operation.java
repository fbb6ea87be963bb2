package thami.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One door: a method at a path, and what it takes.
///
/// @param answers the status codes that the document names
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable Schema body,
        boolean needsBody,
        Set<String> answers) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// @param in `path`, `query` or `header`
    record Parameter(String name, String in, boolean required, Schema schema) {

        boolean isIn(String place) {
            return in.equals(place);
        }
    }

    static List<Operation> all(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) operations.add(of(method, path, operation, document));
                }));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode operation, JsonNode document) {
        var parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(false),
                        new Schema(parameter.path("schema"), document)))
                .toList();
        var body = operation.path("requestBody");
        var schema = body.path("content").path("application/json").path("schema");
        if (body.isObject() && !schema.isObject())
            throw new AssertionError(method + " " + path + " takes something else than JSON");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                schema.isObject() ? new Schema(schema, document) : null,
                body.path("required").asBoolean(false),
                operation.path("responses").propertyNames().stream().collect(Collectors.toSet()));
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean namesSomething() {
        return parameters.stream().anyMatch(parameter -> parameter.isIn("path"));
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.isIn(place)).toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
