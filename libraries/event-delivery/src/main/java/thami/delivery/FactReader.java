package thami.delivery;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a record as this consumer's view of the event: tolerant of what is more, strict about what is missing.
final class FactReader {

    private static final Pattern JSON =
            Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final JsonMapper json;

    FactReader(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    <V> Fact<V> read(ConsumerRecord<?, ?> received, byte @Nullable [] repaired, Class<V> view) {
        var contentType = CloudEventHeaders.read(received.headers(), CloudEventHeaders.CONTENT_TYPE);
        if (contentType == null || !JSON.matcher(contentType).matches())
            throw new UnreadableRecord("Not application/json but " + contentType);
        var body = repaired != null ? repaired : received.value();
        if (!(body instanceof byte[] bytes) || bytes.length == 0) throw new UnreadableRecord("No data");
        return new Fact<>(
                view(bytes, view),
                required(received, CloudEventHeaders.ID),
                subject(received),
                sequence(received),
                time(received));
    }

    private <V> V view(byte[] bytes, Class<V> view) {
        try {
            var read = json.readValue(bytes, view);
            if (read == null) throw new UnreadableRecord("No data but null");
            checkComplete(read, "");
            return read;
        } catch (JacksonException unreadable) {
            // Not the message: it may quote the data.
            throw new UnreadableRecord(
                    "Not a readable " + view.getSimpleName() + " at "
                            + unreadable.getClass().getSimpleName(),
                    unreadable);
        }
    }

    /// Every component of a view is needed unless it is marked `@Nullable`.
    private static void checkComplete(Object read, String path) {
        for (var component : components(read)) {
            var value = valueOf(component, read);
            var name = path + component.getName();
            if (value == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    throw new UnreadableRecord("Missing field " + name);
            } else if (value instanceof Collection<?> elements) {
                checkElements(component.getAnnotatedType(), elements, name);
            } else {
                checkComplete(value, name + ".");
            }
        }
    }

    private static void checkElements(AnnotatedType type, Collection<?> elements, String name) {
        var mayBeNull = type instanceof AnnotatedParameterizedType parameterized
                && parameterized.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
        for (var element : elements) {
            if (element == null && !mayBeNull) throw new UnreadableRecord("Missing element in " + name);
            if (element != null) checkComplete(element, name + "[].");
        }
    }

    private static RecordComponent[] components(Object read) {
        var type = read.getClass();
        return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    }

    private static @Nullable Object valueOf(RecordComponent component, Object read) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // a view is private to its policy
            return accessor.invoke(read);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static UUID subject(ConsumerRecord<?, ?> received) {
        try {
            return UUID.fromString(required(received, CloudEventHeaders.SUBJECT));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableRecord("ce_subject is not a UUID", malformed);
        }
    }

    private static long sequence(ConsumerRecord<?, ?> received) {
        try {
            return Long.parseLong(required(received, CloudEventHeaders.SEQUENCE));
        } catch (NumberFormatException malformed) {
            throw new UnreadableRecord("ce_aggregatesequence is not a number", malformed);
        }
    }

    private static Instant time(ConsumerRecord<?, ?> received) {
        try {
            return Instant.parse(required(received, CloudEventHeaders.TIME));
        } catch (DateTimeParseException malformed) {
            throw new UnreadableRecord("ce_time is not an instant", malformed);
        }
    }

    private static String required(ConsumerRecord<?, ?> received, String header) {
        var value = CloudEventHeaders.read(received.headers(), header);
        if (value == null || value.isBlank()) throw new UnreadableRecord("No " + header);
        return value;
    }
}
