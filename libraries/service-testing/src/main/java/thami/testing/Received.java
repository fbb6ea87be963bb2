package thami.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A record as a neighbour reads it.
public record Received(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String value,
        JsonNode data) {

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_aggregatesequence", "0"));
    }
}
