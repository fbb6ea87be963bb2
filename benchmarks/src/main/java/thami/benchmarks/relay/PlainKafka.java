package thami.benchmarks.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;

/// The plain clients of the broker, as durable and as impatient as event-delivery's.
public final class PlainKafka {

    /// The address, and the operator's account.
    public static Map<String, Object> client() {
        return Map.of(
                "bootstrap.servers",
                Objects.requireNonNull(System.getenv("THAMI_KAFKA")),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"platform\" password=\"%s\";"
                        .formatted(System.getenv("BENCH_KAFKA_PASSWORD")));
    }

    public static Map<String, Object> producer() {
        var settings = new HashMap<>(client());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        return settings;
    }

    public static void headers(Headers headers, String source, String subject, Document event) {
        var type = event.getString("type");
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", subject + ":" + event.getLong("sequence"));
        add(headers, "ce_source", source);
        add(headers, "ce_type", type);
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", event.getDate("time").toInstant().toString());
        add(headers, "ce_dataschema", "urn:" + type.replace('.', ':'));
        add(headers, "ce_aggregatesequence", String.valueOf(event.getLong("sequence")));
        add(headers, "content-type", "application/json");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private PlainKafka() {}
}
