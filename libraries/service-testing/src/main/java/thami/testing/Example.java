package thami.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An event as `contracts/` shows it, to be sent as it is or with changes.
///
/// @param name folder and file, as in `cohort/call-published.v1`
public record Example(String name, String topic, String key, Map<String, String> headers, ObjectNode data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Example of(String name) {
        var file = Contract.folder().resolve(name.replaceFirst("/", "/examples/") + ".json");
        var example = (ObjectNode) JSON.readTree(file);
        var headers = new LinkedHashMap<String, String>();
        example.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return new Example(
                name,
                Contract.topicOf(headers.getOrDefault("ce_type", "")),
                example.get("key").asString(),
                headers,
                (ObjectNode) example.get("data"));
    }

    /// The same with other data.
    public Example with(Consumer<ObjectNode> change) {
        var changed = data.deepCopy();
        change.accept(changed);
        return new Example(name, topic, key, headers, changed);
    }

    public Example with(String field, String value) {
        return with(data -> data.put(field, value));
    }

    /// The same of another subject: key, `ce_subject` and `ce_id` follow. Ids in the data are the caller's to change.
    public Example about(UUID subject, long sequence) {
        var changed = new LinkedHashMap<>(headers);
        changed.put("ce_subject", subject.toString());
        changed.put("ce_id", subject + ":" + sequence);
        changed.put("ce_aggregatesequence", Long.toString(sequence));
        return new Example(name, topic, subject.toString(), changed, data);
    }

    public Example header(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Example(name, topic, key, changed, data);
    }
}
