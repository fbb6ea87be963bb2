package thami.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static thami.testing.sample.SampleService.HEARD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import thami.platform.Broker;
import thami.platform.Passwords;
import thami.testing.AnotherInstance;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.Wire;

/// A consumer that is kept for longer than it may be silent, and consumers that come and go: nothing is lost, no
/// partition stands still.
@ComponentTest
@Import(Wire.ToTheStore.class)
@TestPropertySource(
        properties = {
            "spring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms=3000",
            RebalanceTest.HEARTBEAT,
            "thami.delivery.outage-back-off=200ms"
        })
class RebalanceTest {

    /// Who is to join again hears of it at the next one.
    static final String HEARTBEAT = "spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=200";

    private static final String GROUP = "cohort-service";
    private static final Duration TWICE_WHAT_IT_MAY_BE_SILENT = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 3;

    @Autowired
    Neighbours neighbours;

    @Autowired
    Samples samples;

    @Autowired
    Wire wire;

    @Autowired
    Broker broker;

    @Autowired
    ConfigurableApplicationContext service;

    private Admin admin;

    @BeforeEach
    void itIsAlone() {
        admin = Admin.create(broker.clientProperties(Passwords.OPERATOR));
        awaitMembers(1);
    }

    @AfterEach
    void mend() {
        wire.mend();
        admin.close();
    }

    /// It tries again all the time, each time with the broker in between.
    @Test
    void aStoreThatIsAwayForLongerThanAConsumerMayBeSilentCostsItNotItsPlace() {
        var member = members();
        wire.cut();
        var told = List.of(tell("Şule"), tell("Jörg"));

        LockSupport.parkNanos(TWICE_WHAT_IT_MAY_BE_SILENT.toNanos());

        assertThat(members()).isEqualTo(member);
        wire.mend();
        neighbours.awaitRead(HEARD);
        assertThat(told).allSatisfy(id -> assertThat(heard(id)).hasSize(1));
        assertThat(members()).isEqualTo(member);
        assertThat(neighbours.deadLetters(HEARD)).isEmpty();
    }

    /// One attempt alone takes longer, as no store answers, and none says that it does not.
    @Test
    void whoeverWasSilentForTooLongTakesItsPlaceAgainAndHandlesWhatItHadBegun() {
        var member = members();
        wire.hang();
        var told = List.of(tell("Şule"), tell("Jörg"));
        await().atMost(PATIENCE).until(() -> members().isEmpty());
        // Its attempt has failed, and it is there for the next one.
        await().atMost(PATIENCE).until(() -> !members().isEmpty());

        wire.mend();

        neighbours.awaitRead(HEARD);
        assertThat(told).allSatisfy(id -> assertThat(heard(id)).hasSize(1));
        awaitMembers(1);
        assertThat(members()).isNotEqualTo(member);
        assertThat(neighbours.deadLetters(HEARD)).isEmpty();
    }

    @Test
    void whileConsumersComeAndGoEachRecordHasItsEffectAndNoneIsStuck() throws Exception {
        var told = new ConcurrentLinkedQueue<UUID>();
        var telling = new AtomicBoolean(true);
        var teller = Thread.ofVirtual().start(() -> tellWhile(telling, told));
        try (var second = another();
                var third = another()) {
            awaitMembers(3);
            for (var round = 0; round < 2; round++) {
                Stream.of(second, third).map(RebalanceTest::listening).forEach(InputBindingLifecycle::stop);
                awaitMembers(1);
                Stream.of(second, third).map(RebalanceTest::listening).forEach(InputBindingLifecycle::start);
                awaitMembers(3);
            }
        }
        awaitMembers(1);
        telling.set(false);
        assertThat(teller.join(PATIENCE)).isTrue();

        neighbours.awaitRead(HEARD);
        assertThat(told).hasSizeGreaterThan(10);
        assertThat(told).allSatisfy(id -> assertThat(heard(id)).containsExactlyInAnyOrder("first", "second"));
        assertThat(neighbours.deadLetters(HEARD)).isEmpty();
    }

    private void tellWhile(AtomicBoolean telling, Queue<UUID> told) {
        while (telling.get()) {
            var id = tell("first");
            tell(id, "second");
            told.add(id);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private UUID tell(String name) {
        var id = UUID.randomUUID();
        tell(id, name);
        return id;
    }

    private void tell(UUID id, String name) {
        neighbours.publish(Example.of("registration/application-submitted.v1")
                .with("applicationId", id.toString())
                .with("name", name)
                .about(id, 1));
    }

    private Set<String> heard(UUID id) {
        return samples.findById(new Sample.Id(id)).map(Sample::heard).orElse(Set.of());
    }

    private ConfigurableApplicationContext another() {
        return AnotherInstance.of(
                service, SampleService.class, "--" + HEARTBEAT, "--spring.main.web-application-type=none");
    }

    private static InputBindingLifecycle listening(ConfigurableApplicationContext service) {
        return service.getBean(InputBindingLifecycle.class);
    }

    /// Waits until the partitions are shared out among so many.
    private void awaitMembers(int many) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(members().values())
                        .hasSize(many)
                        .allSatisfy(partitions -> assertThat(partitions).hasSize(PARTITIONS / many)));
    }

    private Map<String, Set<TopicPartition>> members() {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                    .collect(Collectors.toMap(
                            MemberDescription::consumerId,
                            member -> member.assignment().topicPartitions()));
        } catch (Exception unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
