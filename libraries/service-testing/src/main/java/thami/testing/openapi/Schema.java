package thami.testing.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the document says about one value, as far as bad input can be made from it.
record Schema(JsonNode node, JsonNode document) {

    Schema {
        while (node.has("$ref")) node = document.at(node.get("$ref").asString().substring(1));
    }

    /// `string`, `integer`, `number`, `boolean`, `array`, `object`, or nothing where anything goes.
    String type() {
        var type = node.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("");
    }

    String format() {
        return node.path("format").asString("");
    }

    boolean isUuid() {
        return format().equals("uuid");
    }

    boolean isChoice() {
        return node.has("enum");
    }

    String firstChoice() {
        return node.at("/enum/0").asString();
    }

    OptionalInt limit(String keyword) {
        var limit = node.path(keyword);
        return limit.isNumber() ? OptionalInt.of(limit.decimalValue().intValue()) : OptionalInt.empty();
    }

    Map<String, Schema> properties() {
        var properties = new LinkedHashMap<String, Schema>();
        node.path("properties").forEachEntry((name, value) -> properties.put(name, new Schema(value, document)));
        return properties;
    }

    Set<String> required() {
        return node.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    Optional<Schema> items() {
        return Stream.of(node.path("items"))
                .filter(JsonNode::isObject)
                .map(items -> new Schema(items, document))
                .findFirst();
    }
}
