package thami.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// What of a topic a group has still to do, however far it has come.
class LagTest {

    private static final TopicPartition ONE = new TopicPartition("cohort.intakes.v1", 0);
    private static final TopicPartition OTHER = new TopicPartition("cohort.intakes.v1", 1);

    @Test
    void whatLiesBehindTheLastThatWasDoneWithIsLeft() {
        assertThat(Broker.lag(Map.of(ONE, 9L), Map.of(ONE, 0L), Map.of(ONE, new OffsetAndMetadata(7))))
                .isEqualTo(2);
    }

    @Test
    void aGroupThatHasNeverReadHasEverythingLeftThatIsStillThere() {
        assertThat(Broker.lag(Map.of(ONE, 9L, OTHER, 4L), Map.of(ONE, 5L, OTHER, 0L), Map.of()))
                .isEqualTo(8);
    }

    @Test
    void onePartitionThatWasNeverReadIsNotHiddenByAnother() {
        assertThat(Broker.lag(
                        Map.of(ONE, 9L, OTHER, 4L), Map.of(ONE, 0L, OTHER, 0L), Map.of(ONE, new OffsetAndMetadata(9))))
                .isEqualTo(4);
    }

    @Test
    void aGroupReadsEachPartitionOfEachTopicThatTheContractsGiveIt() {
        assertThat(Broker.partitionsOf("certificate-service"))
                .hasSize(12)
                .extracting(TopicPartition::topic)
                .containsOnly("cohort.participations.v1");
        assertThat(Broker.partitionsOf("notification-service"))
                .extracting(TopicPartition::topic)
                .contains("registration.applications.v1", "cohort.intakes.v1", "certificate.certificates.v1");
    }
}
