package thami.testing.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is sent; each change is a new one.
///
/// @param path with `{names}` that `named` fills in
record Request(
        String method,
        String path,
        Map<String, String> named,
        Map<String, String> query,
        Map<String, String> headers,
        byte @Nullable [] body) {

    /// The same in order, but for one value in the path, the query or the headers.
    Request with(Operation.Parameter parameter, String value) {
        return switch (parameter.in()) {
            case "path" -> new Request(method, path, changed(named, parameter.name(), value), query, headers, body);
            case "query" -> new Request(method, path, named, changed(query, parameter.name(), value), headers, body);
            default -> with(parameter.name(), value);
        };
    }

    Request without(Operation.Parameter parameter) {
        return parameter.isIn("query")
                ? new Request(method, path, named, changed(query, parameter.name(), null), headers, body)
                : with(parameter.name(), null);
    }

    /// @param value nothing for no such header
    Request with(String header, @Nullable String value) {
        return new Request(method, path, named, query, changed(headers, header, value), body);
    }

    Request by(String otherMethod) {
        return new Request(otherMethod, path, named, query, headers, body);
    }

    Request with(JsonNode json) {
        return with(json.toString());
    }

    Request with(String text) {
        return with(text.getBytes(UTF_8));
    }

    Request with(byte[] bytes) {
        return new Request(method, path, named, query, headers, bytes);
    }

    HttpRequest to(String base) {
        var request = HttpRequest.newBuilder(URI.create(base + filled() + asked()))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private String filled() {
        var filled = path;
        for (var name : named.entrySet()) filled = filled.replace("{" + name.getKey() + "}", encoded(name.getValue()));
        return filled;
    }

    private String asked() {
        if (query.isEmpty()) return "";
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static Map<String, String> changed(Map<String, String> values, String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(values);
        if (value == null) changed.remove(name);
        else changed.put(name, value);
        return changed;
    }

    @Override
    public String toString() {
        var sent = body == null ? "" : " " + new String(Arrays.copyOf(body, Math.min(body.length, 1_000)), UTF_8);
        return method + " " + filled() + asked() + " " + headers + sent;
    }
}
