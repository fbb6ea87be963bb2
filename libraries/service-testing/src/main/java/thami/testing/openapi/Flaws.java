package thami.testing.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a schema does not allow: other types, other formats, too much, too little.
final class Flaws {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode ONE = JSON.numberNode(1);
    private static final JsonNode TRUE = JSON.booleanNode(true);
    private static final JsonNode LIST = JSON.arrayNode();
    private static final JsonNode OBJECT = JSON.objectNode();

    private Flaws() {}

    /// @param sound a value that is in order
    static List<JsonNode> of(Schema schema, JsonNode sound) {
        return switch (schema.type()) {
            case "string" -> texts(schema);
            case "integer" -> numbers(schema, TRUE, OBJECT, text("1"), JSON.numberNode(new BigDecimal("1.5")));
            case "number" -> numbers(schema, TRUE, OBJECT, text("1"));
            case "boolean" -> List.of(text("true"), ONE, OBJECT);
            case "array" -> lists(schema, sound);
            case "object" -> List.of(LIST, text("x"), ONE);
            default -> List.of();
        };
    }

    /// Spellings that are wrong wherever there is only text: in paths, queries and headers.
    static List<String> spellings(Schema schema) {
        if (schema.isChoice()) return List.of("OTHER");
        return switch (schema.type()) {
            case "integer" ->
                Stream.concat(Stream.of("x", "1.5"), limits(schema).map(JsonNode::asString))
                        .toList();
            case "number" -> List.of("x");
            case "boolean" -> List.of("perhaps");
            default -> spelt(schema.format());
        };
    }

    private static List<JsonNode> texts(Schema schema) {
        var flaws = new ArrayList<>(List.of(ONE, TRUE, OBJECT, LIST, text("Bei\0spiel")));
        if (schema.isChoice()) flaws.addAll(List.of(text("OTHER"), JSON.numberNode(0)));
        spelt(schema.format()).forEach(spelling -> flaws.add(text(spelling)));
        if (schema.limit("minLength").orElse(0) > 0) flaws.add(text(""));
        schema.limit("maxLength").ifPresent(most -> flaws.add(text("x".repeat(most + 1))));
        return flaws;
    }

    private static List<String> spelt(String format) {
        return switch (format) {
            case "uuid" -> List.of("abc", "1-1-1-1-1");
            case "date" -> List.of("31.3.2026", "2026-02-30");
            case "date-time" -> List.of("2026-03-09", "at noon");
            default -> List.of();
        };
    }

    private static List<JsonNode> numbers(Schema schema, JsonNode... others) {
        return Stream.concat(Stream.of(others), limits(schema)).toList();
    }

    private static Stream<JsonNode> limits(Schema schema) {
        var below = schema.limit("minimum").stream().mapToObj(least -> JSON.numberNode(least - 1));
        var above = schema.limit("maximum").stream().mapToObj(most -> JSON.numberNode(most + 1));
        return Stream.concat(below, above);
    }

    private static List<JsonNode> lists(Schema schema, JsonNode sound) {
        var flaws = new ArrayList<>(List.of(OBJECT, text("x"), ONE));
        if (schema.limit("minItems").orElse(0) > 0) flaws.add(LIST);
        schema.limit("maxItems").ifPresent(most -> {
            var tooMany = JSON.arrayNode();
            for (var i = 0; i <= most; i++) tooMany.add(sound.get(0));
            flaws.add(tooMany);
        });
        return flaws;
    }

    private static JsonNode text(String text) {
        return JSON.stringNode(text);
    }
}
