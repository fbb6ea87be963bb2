package thami.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// CloudEvents 1.0, Kafka binding, binary mode: the attributes are record headers, the value is the data alone.
final class CloudEventHeaders {

    static final String TYPE = "ce_type";
    static final String ID = "ce_id";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String SEQUENCE = "ce_aggregatesequence";
    static final String SPEC_VERSION = "ce_specversion";
    static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    static void write(Headers headers, String source, String subject, Outgoing event) {
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, subject + ":" + event.sequence()); // the same over every re-send
        add(headers, "ce_source", source);
        add(headers, TYPE, event.type());
        add(headers, SUBJECT, subject);
        add(headers, TIME, event.time().toString());
        add(headers, "ce_dataschema", "urn:" + event.type().replace('.', ':'));
        add(headers, SEQUENCE, Long.toString(event.sequence()));
        add(headers, CONTENT_TYPE, "application/json");
        if (event.traceparent() != null) add(headers, TraceParent.HEADER, event.traceparent());
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    static @Nullable String read(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
