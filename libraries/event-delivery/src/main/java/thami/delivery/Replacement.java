package thami.delivery;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Other data for a record whose headers stay: so they must be about the aggregate that `ce_subject` names. A handler
/// may go by either, and would write to one aggregate what was announced of another.
final class Replacement {

    private final JsonMapper json;

    Replacement(JsonMapper json) {
        this.json = json;
    }

    /// @throws AboutAnother if the data do not name the subject, or not everywhere where the record's own do
    byte[] of(ConsumerRecord<?, byte[]> letter, JsonNode data) {
        var subject = CloudEventHeaders.read(letter.headers(), CloudEventHeaders.SUBJECT);
        var naming = fieldsNaming(subject, data);
        if (naming.isEmpty() || !naming.containsAll(fieldsNaming(subject, own(letter)))) throw new AboutAnother();
        return json.writeValueAsBytes(data);
    }

    private static Set<String> fieldsNaming(@Nullable String subject, @Nullable JsonNode data) {
        if (data == null) return Set.of();
        return data.properties().stream()
                .filter(field -> field.getValue().isString()
                        && field.getValue().stringValue().equals(subject))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable JsonNode own(ConsumerRecord<?, byte[]> letter) {
        try {
            return letter.value() == null ? null : json.readTree(letter.value());
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
