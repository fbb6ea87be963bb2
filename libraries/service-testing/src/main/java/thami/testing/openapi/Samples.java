package thami.testing.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that are in order: made up from a schema, or given by the service's test where a schema cannot say it.
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> given = new HashMap<>();

    void give(String name, Object value) {
        given.put(name, JsonMapper.shared().valueToTree(value));
    }

    /// @param wanted which properties of an object to fill in
    JsonNode of(String name, Schema schema, Predicate<String> wanted) {
        if (given.containsKey(name)) return given.get(name).deepCopy();
        return switch (schema.type()) {
            case "integer" -> JSON.numberNode(schema.limit("minimum").orElse(1));
            case "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "array" ->
                JSON.arrayNode()
                        .add(schema.items()
                                .map(items -> of(name, items, wanted))
                                .orElseGet(JSON::nullNode));
            case "object" -> object(schema, wanted);
            default -> JSON.stringNode(text(schema));
        };
    }

    /// A value in a path, a query or a header.
    String text(String name, Schema schema) {
        return of(name, schema, _ -> true).asString();
    }

    private JsonNode object(Schema schema, Predicate<String> wanted) {
        var object = JSON.objectNode();
        schema.properties().forEach((name, property) -> {
            if (wanted.test(name) || schema.required().contains(name)) object.set(name, of(name, property, wanted));
        });
        return object;
    }

    private static String text(Schema schema) {
        if (schema.isChoice()) return schema.firstChoice();
        return switch (schema.format()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-03-09";
            case "date-time" -> "2026-03-09T08:00:00.000Z";
            default -> "Beispiel";
        };
    }
}
