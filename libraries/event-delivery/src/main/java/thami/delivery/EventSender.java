package thami.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Sends records and waits for the broker's acknowledgement; returning normally means that Kafka has the record.
final class EventSender implements AutoCloseable {

    private final Map<String, Object> configuration;
    private final String source;
    private final Duration patience;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    /// @param source the `ce_source` of this service
    /// @param patience how long one record may wait for its acknowledgement; longer than `delivery.timeout.ms`
    EventSender(Map<String, Object> configuration, String source, Duration patience) {
        this.configuration = configuration;
        this.source = source;
        this.patience = patience;
    }

    void send(UUID subject, Outgoing outgoing) {
        var key = subject.toString();
        var event = new ProducerRecord<>(
                outgoing.topic(), key.getBytes(UTF_8), outgoing.payload().getBytes(UTF_8));
        CloudEventHeaders.write(event.headers(), source, key, outgoing);
        send(event);
    }

    /// @throws NotAcknowledged if the broker refused it or did not answer in time; it may still have arrived
    void send(ProducerRecord<byte[], byte[]> event) {
        try {
            connected().send(event).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new NotAcknowledged(event.topic(), refused.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(event.topic(), stopping);
        } catch (TimeoutException | RuntimeException unanswered) {
            throw new NotAcknowledged(event.topic(), unanswered);
        }
    }

    // Made on first use: the producer's constructor fails while the broker's name cannot be resolved.
    private Producer<byte[], byte[]> connected() {
        var existing = producer;
        if (existing != null) return existing;
        synchronized (this) {
            var made = producer;
            if (made == null) producer = made = new KafkaProducer<>(configuration);
            return made;
        }
    }

    @Override
    public void close() {
        var made = producer;
        if (made != null) made.close(Duration.ofSeconds(5));
    }

    static void copy(Headers from, Headers to) {
        from.forEach(to::add);
    }
}
