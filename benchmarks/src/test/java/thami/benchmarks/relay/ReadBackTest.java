package thami.benchmarks.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadBackTest {

    private static final TopicPartition PARTITION = new TopicPartition(OurRelay.TOPIC, 0);
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID THIRD = new UUID(3, 3);

    private final MockConsumer<byte[], byte[]> topic = new MockConsumer<>("earliest");
    private long end = 7; // of legs before

    private ReadBack readBack;

    @BeforeEach
    void begin() {
        topic.updatePartitions(OurRelay.TOPIC, List.of(new PartitionInfo(OurRelay.TOPIC, 0, null, null, null)));
        topic.updateEndOffsets(Map.of(PARTITION, end));
        readBack = new ReadBack(topic);
    }

    @Test
    void oneThatIsLostAndOneThatIsRepeatedAreNotNone() {
        List.of(ONE, OTHER, THIRD).forEach(readBack::expect);
        List.of(ONE, OTHER, OTHER).forEach(this::send);

        assertThat(readBack.compare()).containsOnly(Map.entry("lost", 1.0), Map.entry("repeated", 1.0));
    }

    @Test
    void allThatAreThereOnceAreNeitherLostNorRepeated() {
        List.of(ONE, OTHER).forEach(readBack::expect);
        List.of(OTHER, ONE).forEach(this::send);

        assertThat(readBack.compare()).containsOnly(Map.entry("lost", 0.0), Map.entry("repeated", 0.0));
    }

    @Test
    void whatIsThereBeforeItIsExpectedIsNotLost() {
        List.of(ONE, OTHER).forEach(this::send);
        readBack.expect(OTHER);
        readBack.compare();

        readBack.expect(ONE);
        assertThat(readBack.compare()).containsEntry("lost", 0.0);
    }

    @Test
    void whatALegBeforeHasSentStandsInForNothing() {
        send(ONE);
        readBack.begin();

        readBack.expect(ONE);
        assertThat(readBack.compare()).containsEntry("lost", 1.0);
    }

    @Test
    void whatWasComparedIsToldOnceForItsDocumentsAreTakenOutThen() {
        List.of(ONE, OTHER).forEach(readBack::expect);
        List.of(ONE, THIRD).forEach(this::send);
        readBack.compare();

        assertThat(readBack.compared()).containsExactly(ONE, OTHER);
        assertThat(readBack.compared()).isEmpty();
    }

    private void send(UUID parcel) {
        var key = parcel.toString().getBytes(UTF_8);
        topic.addRecord(new ConsumerRecord<>(OurRelay.TOPIC, 0, end++, key, new byte[0]));
        topic.updateEndOffsets(Map.of(PARTITION, end));
    }
}
