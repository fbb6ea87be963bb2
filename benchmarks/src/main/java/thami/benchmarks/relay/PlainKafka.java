package thami.benchmarks.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/// The plain clients of the broker, as durable and as impatient as event-delivery's.
final class PlainKafka {

    static Map<String, Object> producer() {
        return Map.of(
                "bootstrap.servers",
                System.getenv("THAMI_KAFKA"),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"platform\" password=\"%s\";"
                        .formatted(System.getenv("BENCH_KAFKA_PASSWORD")),
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0);
    }

    static void headers(Headers headers, String source, String subject, Document event) {
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
