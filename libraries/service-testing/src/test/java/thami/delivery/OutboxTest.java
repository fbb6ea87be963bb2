package thami.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoOperations;
import thami.delivery.OutboxStore.Pending;
import thami.platform.Broker;
import thami.testing.ComponentTest;
import thami.testing.Neighbours;
import thami.testing.Received;
import thami.testing.Wire;
import thami.testing.sample.SampleService;

/// The relay and the sweeper by themselves, on a real store and a real broker.
@ComponentTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxTest {

    private static final String TOPIC = "cohort.intakes.v1";
    private static final int LANES = 4;
    private static final int QUEUE = 50;
    private static final int THOUSANDS = 2000;

    /// Two instances of a service at the same outboxes, as after a rebalance or a slow sweep.
    @Test
    void twoRelaysMayRepeatButNeitherLoseNorReorder(
            @Autowired MongoOperations mongo,
            @Autowired OutboxStore store,
            @Autowired EventSender sender,
            @Autowired Neighbours neighbours)
            throws Exception {
        var aggregates = IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
        aggregates.forEach(id -> mongo.getCollection("samples").insertOne(document(id)));
        var one = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, 1, 1);
        var other = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, 1, 1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var id : aggregates) {
                running.add(threads.submit(() -> one.drain(new Pending("samples", id))));
                running.add(threads.submit(() -> other.drain(new Pending("samples", id))));
            }
            for (var each : running) each.get();
        }

        var sent = neighbours.received(TOPIC);
        for (var id : aggregates) assertThat(firstOccurrences(sent, id)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /// A change that was read before the relay's forgetting and saved after it brings back what was sent.
    @Test
    void whatIsBroughtBackIsForgottenAndNotSentAgain(
            @Autowired MongoOperations mongo,
            @Autowired OutboxStore store,
            @Autowired EventSender sender,
            @Autowired Neighbours neighbours) {
        var relay = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, 1, 1);
        var pending = new Pending("other", UUID.randomUUID());
        var readBefore = document(pending.id());
        mongo.getCollection("other").insertOne(readBefore);
        relay.drain(pending);

        readBefore.getList("outbox", Document.class).add(event(6, Date.from(Instant.now())));
        mongo.getCollection("other").replaceOne(new Document("_id", pending.id()), readBefore);
        relay.drain(pending);
        assertThat(store.waiting(pending)).isEmpty();

        var anotherSixth = event(6, Date.from(Instant.now().plusSeconds(1))); // as after the loss of the last write
        readBefore.append("outbox", List.of(anotherSixth));
        mongo.getCollection("other").replaceOne(new Document("_id", pending.id()), readBefore);
        relay.drain(pending);

        assertThat(neighbours.received(TOPIC, pending.id()))
                .extracting(Received::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 6L);
    }

    @Test
    void aRelayThatWasStartedWorksHoweverOftenItIsStartedAgain(
            @Autowired OutboxStore store, @Autowired EventSender sender) throws Exception {
        var relay = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, 16, 1);
        for (var start = 0; start < 50; start++) {
            relay.start();
            var done = new CountDownLatch(64);
            for (var i = 0; i < 64; i++) relay.submit(new Pending("other", UUID.randomUUID()), _ -> done.countDown());
            assertThat(done.await(30, TimeUnit.SECONDS)).as("start %d", start).isTrue();
            relay.stop();
        }
    }

    @Test
    void aBacklogIsSentToItsEnd(
            @Autowired MongoOperations mongo,
            @Autowired OutboxStore store,
            @Autowired EventSender sender,
            @Autowired Neighbours neighbours) {
        var meters = new SimpleMeterRegistry();
        var relay = new OutboxRelay(store, sender, meters, Duration.ZERO, 16, 50);
        var sweeper = new OutboxSweeper(
                store, relay, List.of("backlog"), Clock.systemUTC(), meters, Duration.ofSeconds(1), Duration.ZERO);
        var left = IntStream.range(0, 450)
                .mapToObj(number -> document(UUID.randomUUID())
                        .append("outbox", List.of(event(1, new Date(number))))
                        .append("outboxPendingSince", new Date(1 + number / 3)))
                .toList();
        mongo.getCollection("backlog").insertMany(left);

        relay.start();
        sweeper.start();
        try {
            neighbours.awaitEmptyOutboxes();
        } finally {
            sweeper.stop();
            relay.stop();
        }

        assertThat(meters.counter("thami.outbox.sent").count()).isEqualTo(left.size());
    }

    /// However long it is away: what is handed over beyond the queues is let go, and lies in its document alone.
    @Test
    void whileTheBrokerIsAwayThousandsWaitInTheStoreNotInMemoryAndAreSentInOrderAfterwards(
            @Autowired MongoOperations mongo,
            @Autowired OutboxStore store,
            @Autowired Broker broker,
            @Autowired Neighbours neighbours) {
        var ids = Stream.generate(UUID::randomUUID).limit(THOUSANDS).collect(toSet());
        try (var wire = wireTo(broker);
                var sender = senderThrough(wire, broker)) {
            wire.cut();
            var relay = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, LANES, QUEUE);
            sweeping(store, relay, List.of("thousands"), Duration.ZERO, () -> {
                var handedOver = saved(ids, "thousands", mongo, relay);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    System.gc();
                    assertThat(handedOver.stream().filter(it -> it.get() != null))
                            .hasSizeBetween(1, LANES * (QUEUE + 1));
                });
                assertThat(waitingIn(mongo, "thousands")).isEqualTo(THOUSANDS);

                wire.mend();
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(
                                () -> assertThat(waitingIn(mongo, "thousands")).isZero());
            });
        }
        var sent = neighbours.received(TOPIC).stream()
                .filter(event -> ids.contains(UUID.fromString(String.valueOf(event.key()))))
                .collect(groupingBy(Received::key, mapping(Received::sequence, toList())));
        assertThat(sent).hasSize(THOUSANDS);
        assertThat(sent.values()).allSatisfy(sequences -> assertThat(sequences).containsExactly(1L, 2L));
    }

    private static Wire wireTo(Broker broker) {
        var address = broker.bootstrap().split(":");
        return new Wire(address[0], Integer.parseInt(address[1]));
    }

    private static EventSender senderThrough(Wire wire, Broker broker) {
        var configuration = new HashMap<>(broker.clientProperties("cohort-service"));
        configuration.put("bootstrap.servers", "127.0.0.1:" + wire.port());
        configuration.put("key.serializer", ByteArraySerializer.class);
        configuration.put("value.serializer", ByteArraySerializer.class);
        configuration.put("max.block.ms", 500);
        return new EventSender(configuration, "urn:thami:cohort", Duration.ofSeconds(5));
    }

    /// As after the save of each: in its document, and handed over.
    ///
    /// @return what was handed over, as far as somebody still holds it
    private static List<WeakReference<List<Outgoing>>> saved(
            Set<UUID> ids, String collection, MongoOperations mongo, OutboxRelay relay) {
        mongo.getCollection(collection)
                .insertMany(ids.stream().map(id -> document(id, 2)).toList());
        var handedOver = new ArrayList<WeakReference<List<Outgoing>>>();
        for (var id : ids) {
            var staged =
                    LongStream.rangeClosed(1, 2).mapToObj(OutboxTest::outgoing).toList();
            relay.offer(new Pending(collection, id), staged);
            handedOver.add(new WeakReference<>(staged));
        }
        return handedOver;
    }

    private static Outgoing outgoing(long sequence) {
        return new Outgoing(TOPIC, sequence, "thami.cohort.sample-increased.v1", Instant.now(), "{}", null);
    }

    /// Its events would wait until everybody else's clock has come to that.
    @Test
    void whatAnInstanceWithAClockThatIsAheadHasLeftIsSentAtOnce(
            @Autowired MongoOperations mongo, @Autowired OutboxStore store, @Autowired EventSender sender) {
        var ahead = document(UUID.randomUUID())
                .append("outboxPendingSince", Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        mongo.getCollection("ahead").insertOne(ahead);

        sweeping(
                store,
                sender,
                List.of("ahead"),
                Duration.ofSeconds(5),
                () -> await().untilAsserted(
                                () -> assertThat(waitingIn(mongo, "ahead")).isZero()));
    }

    /// An outbox that cannot be read, say: the others go on.
    @Test
    void aCollectionThatCannotBeSentDoesNotHoldUpTheNext(
            @Autowired MongoOperations mongo, @Autowired OutboxStore store, @Autowired EventSender sender) {
        var stuck = document(UUID.randomUUID());
        stuck.getList("outbox", Document.class).getFirst().append("sequence", "first");
        mongo.getCollection("stuck").insertOne(stuck);
        mongo.getCollection("next").insertOne(document(UUID.randomUUID()));

        sweeping(
                store,
                sender,
                List.of("stuck", "next"),
                Duration.ZERO,
                () -> await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () -> assertThat(waitingIn(mongo, "next")).isZero()));

        assertThat(waitingIn(mongo, "stuck")).isEqualTo(1);
        mongo.dropCollection("stuck");
    }

    private static void sweeping(
            OutboxStore store, EventSender sender, List<String> collections, Duration grace, Runnable meanwhile) {
        var relay = new OutboxRelay(store, sender, new SimpleMeterRegistry(), Duration.ZERO, LANES, QUEUE);
        sweeping(store, relay, collections, grace, meanwhile);
    }

    private static void sweeping(
            OutboxStore store, OutboxRelay relay, List<String> collections, Duration grace, Runnable meanwhile) {
        var meters = new SimpleMeterRegistry();
        var sweeper =
                new OutboxSweeper(store, relay, collections, Clock.systemUTC(), meters, Duration.ofMillis(200), grace);
        relay.start();
        sweeper.start();
        try {
            meanwhile.run();
        } finally {
            sweeper.stop();
            relay.stop();
        }
    }

    private static long waitingIn(MongoOperations mongo, String collection) {
        return mongo.getCollection(collection)
                .countDocuments(new Document("outboxPendingSince", new Document("$gt", new Date(0))));
    }

    @Test
    void aSweepLooksOnFromWhereItWasAndNowAndThenAtAll(
            @Autowired MongoOperations mongo, @Autowired OutboxStore store, @Autowired EventSender sender)
            throws Exception {
        var meters = new SimpleMeterRegistry();
        var relay = new OutboxRelay(store, sender, meters, Duration.ZERO, 1, 1);
        var sweeper = new OutboxSweeper( // not started: it looks and counts, and sends nothing
                store, relay, List.of("late"), Clock.systemUTC(), meters, Duration.ofSeconds(1), Duration.ZERO);
        var size = meters.get("thami.outbox.size").gauge();
        sweeper.sweep();
        mongo.getCollection("late").insertOne(document(UUID.randomUUID()));
        mongo.getCollection("late")
                .insertOne(document(UUID.randomUUID())
                        .append("outboxPendingSince", Date.from(Instant.now().minus(Duration.ofHours(1)))));

        for (var look = 2; look <= OutboxSweeper.WHOLE; look++) {
            sweeper.sweep();
            assertThat(size.value()).as("look %d", look).isEqualTo(1);
        }
        sweeper.sweep();
        assertThat(size.value()).isEqualTo(2);
        assertThat(meters.get("thami.outbox.age").gauge().value()).isBetween(3600.0, 3700.0);
        sweeper.sweep();
        assertThat(size.value()).as("as long as it waits").isEqualTo(2);
        mongo.dropCollection("late");
    }

    @Test
    void forgettingWhatWasSentKeepsWhatWasRaisedMeanwhile(
            @Autowired MongoOperations mongo, @Autowired OutboxStore store) {
        var pending = new Pending("other", UUID.randomUUID()); // a collection that no sweeper looks at
        mongo.getCollection("other").insertOne(document(pending.id()));

        store.forget(pending, 3);
        assertThat(store.waiting(pending)).extracting(Outgoing::sequence).containsExactly(4L, 5L);
        store.forget(pending, 5);
        assertThat(store.waiting(pending)).isEmpty();
        assertThat(mongo.getCollection("other")
                        .find(new Document("_id", pending.id()))
                        .first())
                .doesNotContainKey("outboxPendingSince");
    }

    private static LinkedHashSet<Long> firstOccurrences(List<Received> sent, UUID id) {
        var sequences = new LinkedHashSet<Long>();
        sent.stream()
                .filter(event -> id.toString().equals(event.key()))
                .forEach(event -> sequences.add(event.sequence()));
        return sequences;
    }

    private static Document document(UUID id) {
        return document(id, 5);
    }

    private static Document document(UUID id, long events) {
        var now = Date.from(Instant.now());
        var outbox = LongStream.rangeClosed(1, events)
                .mapToObj(sequence -> event(sequence, now))
                .collect(Collectors.toCollection(ArrayList::new));
        return new Document("_id", id)
                .append("version", 1L)
                .append("sequence", events)
                .append("outbox", outbox)
                .append("outboxPendingSince", now);
    }

    private static Document event(long sequence, Date now) {
        return new Document("topic", TOPIC)
                .append("sequence", sequence)
                .append("type", "thami.cohort.sample-increased.v1")
                .append("time", now)
                .append("payload", "{}");
    }
}
