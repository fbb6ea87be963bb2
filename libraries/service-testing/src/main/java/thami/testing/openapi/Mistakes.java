package thami.testing.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thami.testing.openapi.Operation.Parameter;

/// Every mistake that can be made at one door, by somebody who may enter.
final class Mistakes {

    private static final String LARGE = "{\"x\":\"" + "x".repeat(1_100_000) + "\"}";

    private final List<Operation> all;
    private final Samples samples;

    Mistakes(List<Operation> all, Samples samples) {
        this.all = all;
        this.samples = samples;
    }

    /// A request that the document allows, about something that does not exist.
    Request sound(Operation operation, Map<String, String> headers) {
        var request = new Request(operation.method(), operation.path(), Map.of(), Map.of(), headers, null);
        for (var parameter : operation.parameters())
            if (parameter.required())
                request = request.with(parameter, samples.text(parameter.name(), parameter.schema()));
        var body = operation.body();
        if (body == null) return request;
        return request.with("Content-Type", "application/json").with(samples.of("", body, _ -> true));
    }

    List<Mistake> at(Operation operation, Request sound) {
        var mistakes = new ArrayList<Mistake>();
        if (operation.namesSomething()) mistakes.add(new Mistake("something unknown", sound, 404, null));
        operation.parameters().forEach(parameter -> mistakes.addAll(of(parameter, sound)));
        mistakes.add(anotherMethod(operation, sound));
        var body = operation.body();
        if (body != null) mistakes.addAll(BodyMistakes.of(operation, body, sound, samples));
        else if (!operation.reads())
            mistakes.add(new Mistake(
                    "1.1 MB", sound.with("Content-Type", "application/json").with(LARGE), 413, null));
        return mistakes;
    }

    private static List<Mistake> of(Parameter parameter, Request sound) {
        var mistakes = new ArrayList<Mistake>();
        for (var spelling : Flaws.spellings(parameter.schema()))
            mistakes.add(Mistake.malformed(
                    parameter.name() + " " + spelling, sound.with(parameter, spelling), parameter.name()));
        if (parameter.required() && !parameter.isIn("path")) mistakes.add(missing(parameter, sound));
        return mistakes;
    }

    private static Mistake missing(Parameter parameter, Request sound) {
        var what = "no " + parameter.name();
        return parameter.name().equals("If-Match")
                ? new Mistake(what, sound.without(parameter), 428, null)
                : Mistake.malformed(what, sound.without(parameter), parameter.name());
    }

    private Mistake anotherMethod(Operation operation, Request sound) {
        var other = Stream.of("DELETE", "PATCH", "PUT", "POST")
                .filter(method -> all.stream().noneMatch(each -> each.method().equals(method) && fits(each, operation)))
                .findFirst()
                .orElseThrow();
        return new Mistake(other, sound.by(other), 405, null);
    }

    private static boolean fits(Operation one, Operation other) {
        var pattern = one.path().replaceAll("\\{[^}]*}", "[^/]+");
        return other.path().replaceAll("[{}]", "").matches(pattern);
    }

    static Map<String, String> headers(String bearer) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json, */*;q=0.5"); // some answer with a file
        headers.put("Authorization", bearer);
        return headers;
    }
}
