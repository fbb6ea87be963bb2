package thami.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/// Puts a record that cannot be handled on this consumer's own dead-letter topic, with the cause, and only then
/// lets the consumer go on: if that fails, the record stays where it is.
final class DeadLetters implements ConsumerRecordRecoverer {

    static final String TOPIC = "thami-dead-letter-topic";
    static final String PARTITION = "thami-dead-letter-partition";
    static final String OFFSET = "thami-dead-letter-offset";
    static final String CAUSE = "thami-dead-letter-cause";
    static final String FAILED_AT = "thami-dead-letter-failed-at";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_CAUSE = 500;
    private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofSeconds(1);

    private final EventSender sender;
    private final String service;
    private final Clock clock;
    private final Counter kept;
    private final Counter unkept;

    DeadLetters(EventSender sender, String service, Clock clock, MeterRegistry meters) {
        this.sender = sender;
        this.service = service;
        this.clock = clock;
        this.kept = meters.counter("thami.deadletters.kept");
        this.unkept = meters.counter("thami.deadletters.unkept");
    }

    static String topicOf(String topic, String service) {
        return topic + "." + service + ".dlt";
    }

    @Override
    public void accept(ConsumerRecord<?, ?> failed, Exception failure) {
        var letter = new ProducerRecord<>(
                topicOf(failed.topic(), service), failed.partition(), bytes(failed.key()), bytes(failed.value()));
        EventSender.copy(failed.headers(), letter.headers());
        CloudEventHeaders.add(letter.headers(), TOPIC, failed.topic());
        CloudEventHeaders.add(letter.headers(), PARTITION, Integer.toString(failed.partition()));
        CloudEventHeaders.add(letter.headers(), OFFSET, Long.toString(failed.offset()));
        CloudEventHeaders.add(letter.headers(), CAUSE, cause(failure));
        CloudEventHeaders.add(letter.headers(), FAILED_AT, clock.instant().toString());
        try {
            sender.send(letter);
        } catch (NotAcknowledged stays) {
            unkept.increment();
            log.error(
                    "{}-{}@{} cannot be put aside: {}",
                    failed.topic(),
                    failed.partition(),
                    failed.offset(),
                    stays.toString());
            pause(); // the container asks for the record again at once
            throw stays;
        }
        kept.increment();
        log.error("{}-{}@{} put aside: {}", failed.topic(), failed.partition(), failed.offset(), cause(failure));
    }

    private static void pause() {
        LockSupport.parkNanos(BEFORE_ANOTHER_ATTEMPT.toNanos());
    }

    private static byte @Nullable [] bytes(@Nullable Object raw) {
        return raw instanceof byte[] bytes ? bytes : null;
    }

    /// The innermost exception's type, and its message only where it is ours: others may quote personal data.
    private static String cause(Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null && !(innermost instanceof UnreadableRecord))
            innermost = innermost.getCause();
        var text = innermost instanceof UnreadableRecord
                ? innermost.getMessage()
                : innermost.getClass().getName();
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }
}
