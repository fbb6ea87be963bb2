package thami.testing.sample;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Ends its JVM at once, as SIGKILL would, before the first record leaves or right after its acknowledgement.
public final class HaltingProducer implements ProducerInterceptor<byte[], byte[]> {

    static final String MOMENT = "halt.at";

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> event) {
        if ("saved".equals(System.getProperty(MOMENT))) Runtime.getRuntime().halt(137);
        return event;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata acknowledged, @Nullable Exception failure) {
        if ("acknowledged".equals(System.getProperty(MOMENT)))
            Runtime.getRuntime().halt(137);
    }

    @Override
    public void close() {
        // nothing to close
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        // nothing to configure
    }
}
