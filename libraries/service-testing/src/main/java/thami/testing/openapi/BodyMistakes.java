package thami.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Every mistake that can be made in one body.
final class BodyMistakes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MORE_THAN_A_MEGABYTE = 1_100_000;

    private final Operation operation;
    private final Schema schema;
    private final Request sound;
    private final JsonNode full;
    private final JsonNode least;
    private final List<Mistake> mistakes = new ArrayList<>();

    private BodyMistakes(Operation operation, Schema schema, Request sound, Samples samples) {
        this.operation = operation;
        this.schema = schema;
        this.sound = sound;
        this.full = samples.of("", schema, _ -> true);
        this.least = samples.of("", schema, _ -> false);
    }

    /// @param sound with a body that is in order
    static List<Mistake> of(Operation operation, Schema schema, Request sound, Samples samples) {
        var body = new BodyMistakes(operation, schema, sound, samples);
        body.inItsForm();
        body.in(schema, Place.TOP);
        return body.mistakes;
    }

    private void inItsForm() {
        if (operation.needsBody()) {
            unreadable("an empty body", "");
            unreadable("null", "null");
        }
        unreadable("a broken body", full.toString().replaceFirst("}$", ""));
        unreadable("a brace", "{");
        unreadable("a list", "[]");
        unreadable("a text", "\"text\"");
        unreadable("a number", "7");
        unreadable("two bodies", full + " {}");
        unreadable("a body 10,000 deep", "{\"x\":" + "[".repeat(10_000));
        unreadable("a number out of range", "{\"x\":1e400}");
        malformed("bytes that are no UTF-8", sound.with(new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}));
        schema.properties().keySet().stream().limit(1).forEach(name -> {
            var twice = "{\"" + name + "\":" + full.get(name) + ","
                    + full.toString().substring(1);
            unreadable("a field twice", twice);
        });
        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded"))
            another("content type " + type, sound.with("Content-Type", type), 415);
        another("another charset", sound.with("Content-Type", "application/json;charset=ISO-8859-1"), 415);
        another("no content type", sound.with("Content-Type", (String) null), 415);
        another("1.1 MB", sound.with("{\"x\":\"" + "x".repeat(MORE_THAN_A_MEGABYTE) + "\"}"), 413);
    }

    private void in(Schema object, Place place) {
        change("unknown field", place.then("unexpected"), JSON.numberNode(1));
        object.properties().forEach((name, property) -> {
            var here = place.then(name);
            if (object.required().contains(name)) {
                var around = least.at(pointer(place)).isObject() ? least : full;
                mistakes.add(
                        Mistake.malformed("no " + here.field(), sound.with(here.changed(around, null)), here.field()));
                change(here.field() + " null", here, JSON.nullNode());
            }
            inside(property, here, full.at(pointer(here)));
        });
    }

    private void inside(Schema value, Place place, JsonNode sample) {
        for (var flaw : Flaws.of(value, sample)) change(place.field() + " as " + shortened(flaw), place, flaw);
        if (value.type().equals("object")) in(value, place);
        value.items().ifPresent(item -> inside(item, place.then(0), sample.path(0)));
    }

    private void change(String what, Place place, JsonNode value) {
        mistakes.add(Mistake.malformed(what, sound.with(place.changed(full, value)), place.field()));
    }

    private void unreadable(String what, String body) {
        malformed(what, sound.with(body));
    }

    private void malformed(String what, Request request) {
        mistakes.add(Mistake.malformed(what, request, null));
    }

    private void another(String what, Request request, int status) {
        mistakes.add(new Mistake(what, request, status, null));
    }

    private static String pointer(Place place) {
        var pointer = new StringBuilder();
        for (var step : place.steps()) pointer.append('/').append(step);
        return pointer.toString();
    }

    private static String shortened(JsonNode flaw) {
        var text = flaw.toString();
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + " characters)" : text;
    }
}
