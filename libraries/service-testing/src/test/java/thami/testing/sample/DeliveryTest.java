package thami.testing.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static thami.testing.sample.SampleService.HEARD;
import static thami.testing.sample.SampleService.TOPIC;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ComponentTest
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.123Z");

    /// A record that nobody can read holds up the next for no longer: it is not even tried twice. The pause before
    /// trying something again that could not be put aside takes a second by itself, an outage's pauses more.
    private static final Duration A_SECOND_ON_A_BUSY_MACHINE = Duration.ofSeconds(3);

    @Autowired
    Samples samples;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MongoOperations mongo;

    private final UUID id = UUID.randomUUID();

    @Test
    void whatWasRaisedIsSentInOrderWithTheHeadersOfACloudEvent() {
        var sample = Sample.of(id);
        IntStream.range(0, 3).forEach(_ -> sample.increase(NOW));
        samples.save(sample);

        var sent = neighbours.received(TOPIC, id);

        assertThat(sent).extracting(Received::sequence).containsExactly(1L, 2L, 3L);
        assertThat(sent).extracting(event -> event.data().get("count").asInt()).containsExactly(1, 2, 3);
        assertThat(sent.getFirst().headers())
                .containsEntry("ce_id", id + ":1")
                .containsEntry("ce_source", "urn:thami:cohort")
                .containsEntry("ce_type", "thami.cohort.sample-increased.v1")
                .containsEntry("ce_time", NOW.toString())
                .containsEntry("content-type", "application/json");
    }

    @Test
    void whatIsSentIsForgottenWithoutAChangeOfTheVersion() {
        var sample = Sample.of(id);
        sample.increase(NOW);
        samples.save(sample);
        neighbours.awaitEmptyOutboxes();

        var stored = mongo.findById(id, Document.class, "samples");

        assertThat(stored.getList("outbox", Document.class)).isEmpty();
        assertThat(stored).doesNotContainKey("outboxPendingSince").containsEntry("version", 1L);
    }

    @Test
    void sequencesGoOnAfterTheDocumentWasReadAgain() {
        var first = Sample.of(id);
        first.increase(NOW);
        samples.save(first);
        neighbours.awaitEmptyOutboxes();
        var again = samples.findById(new Sample.Id(id)).orElseThrow();
        again.increase(NOW);
        samples.save(again);

        assertThat(neighbours.received(TOPIC, id))
                .extracting(Received::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void theSecondInsertUnderOneIdFails() {
        samples.save(Sample.of(id));
        assertThatThrownBy(() -> samples.save(Sample.of(id))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theSecondOfTwoWritersFails() {
        samples.save(Sample.of(id));
        var one = samples.findById(new Sample.Id(id)).orElseThrow();
        var other = samples.findById(new Sample.Id(id)).orElseThrow();
        one.increase(NOW);
        other.increase(NOW);
        samples.save(one);
        assertThatThrownBy(() -> samples.save(other)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(neighbours.received(TOPIC, id)).hasSize(1);
    }

    @Test
    void whatACrashLeftInADocumentIsSweptUpInOrder() {
        var outgoing = IntStream.rangeClosed(1, 3)
                .mapToObj(sequence -> new Document("topic", TOPIC)
                        .append("sequence", (long) sequence)
                        .append("type", "thami.cohort.sample-increased.v1")
                        .append("time", java.util.Date.from(NOW))
                        .append("payload", "{\"count\":" + sequence + "}"))
                .toList();
        mongo.getCollection("samples")
                .insertOne(new Document("_id", id)
                        .append("version", 1L)
                        .append("sequence", 3L)
                        .append("outbox", outgoing)
                        .append("outboxPendingSince", new java.util.Date()));

        assertThat(neighbours.received(TOPIC, id))
                .extracting(Received::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFactIsHeardHoweverOftenItIsSaid() {
        for (var i = 0; i < 20; i++) neighbours.publish(said("Şule"));

        await().untilAsserted(() -> assertThat(heard()).containsExactly("Şule"));
    }

    @Test
    void unknownFieldsAndTypesOfNoUsePassBy() {
        neighbours.publish(said("Şule").header("ce_type", "thami.registration.status-link-renewed.v1"));
        neighbours.publish(said("Jörg").with("unheardOf", "x"));

        await().untilAsserted(() -> assertThat(heard()).containsExactly("Jörg"));
        assertThat(ownDeadLetters()).isZero();
    }

    /// It is larger as a dead letter, which says where it was and why it is there.
    @Test
    void theLargestRecordThatATopicTakesIsPutAsideToo() {
        neighbours.publish(
                HEARD, id.toString(), said("x").header("ce_id", id + ":large").headers(), new byte[1024 * 1024 - 750]);
        neighbours.publish(said("Next"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard()).containsExactly("Next"));
        assertThat(neighbours.deadLetters(HEARD))
                .filteredOn(letter -> letter.id().equals(id + ":large"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            broken JSON        | {"applicationId": | application/json | thami.registration.application-submitted.v1 | Not a readable
            empty              | ''                | application/json | thami.registration.application-submitted.v1 | No data
            missing field      | {"name":"x"}      | application/json | thami.registration.application-submitted.v1 | Missing field applicationId
            null               | null              | application/json | thami.registration.application-submitted.v1 | No data but null
            wrong content type | {"name":"x"}      | text/plain       | thami.registration.application-submitted.v1 | Not application/json
            odd content type   | {"name":"x"}      | application/jsonx | thami.registration.application-submitted.v1 | Not application/json
            wrong charset      | {"name":"x"}      | application/json;charset=utf-16 | thami.registration.application-submitted.v1 | Not application/json
            unknown type       | {"name":"x"}      | application/json | thami.registration.something-new.v1 | No known ce_type
            unknown version    | {"name":"x"}      | application/json | thami.registration.application-submitted.v2 | No known ce_type
            malformed type     | {"name":"x"}      | application/json | java.lang.Runtime                           | No known ce_type
            """)
    void poisonIsPutAsideWithItsCauseAndTheNextIsHeard(
            String what, String value, String contentType, String type, String cause) {
        var headers = new HashMap<>(said("x").headers());
        headers.put("content-type", contentType);
        headers.put("ce_type", type);
        headers.put("ce_id", id + ":" + what);
        awaitListening();
        neighbours.publish(HEARD, id.toString(), headers, value.getBytes(UTF_8));
        neighbours.publish(said("Next"));

        await().atMost(A_SECOND_ON_A_BUSY_MACHINE)
                .untilAsserted(() -> assertThat(heard()).containsExactlyInAnyOrder("First", "Next"));
        assertThat(neighbours.deadLetters(HEARD))
                .filteredOn(letter -> letter.id().equals(id + ":" + what))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry("thami-dead-letter-topic", HEARD)
                        .hasEntrySatisfying(
                                "thami-dead-letter-cause",
                                found -> assertThat(found).contains(cause)));
    }

    @Test
    void headersThatPoisonAMapperAreNeverInterpreted() {
        var poison = new ProducerRecord<byte[], byte[]>(HEARD, id.toString().getBytes(UTF_8), new byte[] {1, 2});
        poison.headers().add("spring_json_header_types", "{\"x\":\"java.lang.ProcessBuilder\"}".getBytes(UTF_8));
        poison.headers().add("x", "[\"calc\"]".getBytes(UTF_8));
        poison.headers().add("ce_type", null);
        neighbours.publish(poison);
        neighbours.publish(HEARD, id.toString(), Map.of(), null);
        neighbours.publish(said("Next"));

        await().untilAsserted(() -> assertThat(heard()).containsExactly("Next"));
        assertThat(ownDeadLetters()).isEqualTo(2);
    }

    /// An error no less than an exception: it would end the thread that reads.
    @ParameterizedTest
    @CsvSource({"Cannot, java.lang.IllegalArgumentException", "Broken, java.lang.NoClassDefFoundError"})
    void whatCannotBeHandledIsPutAsideAfterSomeAttempts(String name, String cause) {
        neighbours.publish(said(name));
        neighbours.publish(said("Next"));

        await().untilAsserted(() -> assertThat(heard()).containsExactly("Next"));
        assertThat(neighbours.deadLetters(HEARD))
                .filteredOn(letter -> id.toString().equals(letter.key()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers()).containsEntry("thami-dead-letter-cause", cause));
    }

    @Test
    void aRepairedDeadLetterIsHandledOnceHoweverOftenItIsReplayed(@Autowired RestTestClient http) {
        neighbours.publish(said("Cannot"));
        await().untilAsserted(() -> assertThat(ownDeadLetters()).isEqualTo(1));
        var letters = http.get().uri("/api/cohort/dead-letters").exchange();
        var letterId = ownDeadLetter();
        letters.expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains(letterId, "java.lang.IllegalArgumentException"));

        for (var i = 0; i < 2; i++) {
            replay(http, letterId, "{\"applicationId\":\"" + id + "\",\"name\":\"Repaired\"}")
                    .expectStatus()
                    .isOk();
        }

        assertThat(heard()).containsExactly("Repaired");
        assertThat(neighbours.deadLetters(HEARD))
                .filteredOn(each -> id.toString().equals(each.key()))
                .hasSize(1);
    }

    @Test
    void eachReplayIsKeptWithWhoItWasAndWhatTheyPutInPlaceOfTheData(@Autowired RestTestClient http) throws Exception {
        neighbours.publish(HEARD, id.toString(), said("x").headers(), "{\"applicationId\":".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(ownDeadLetters()).isEqualTo(1));
        var letterId = ownDeadLetter();
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        http.post()
                .uri("/api/cohort/dead-letters/{id}/replay", letterId)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(listed(http, letterId).get("replayedAt").isNull()).isTrue();
        var repaired = "{\"applicationId\":\"" + id + "\",\"name\":\"Repaired\"}";
        replay(http, letterId, repaired).expectStatus().isOk();

        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(repaired.getBytes(UTF_8)));
        var letter = listed(http, letterId);
        assertThat(letter.get("replays")).hasSize(2).allSatisfy(replay -> {
            assertThat(replay.at("/replayedBy/issuer").asString()).isEqualTo(SampleService.ISSUER);
            assertThat(replay.at("/replayedBy/sub").asString()).isEqualTo(SampleService.OPERATOR);
            assertThat(Instant.parse(replay.get("at").asString())).isBetween(before, Instant.now());
        });
        assertThat(letter.at("/replays/0/replacedBySha256").isNull()).isTrue();
        assertThat(letter.at("/replays/1/replacedBySha256").asString()).isEqualTo(sha256);
        assertThat(Instant.parse(letter.get("replayedAt").asString())).isBetween(before, Instant.now());
    }

    @Test
    void ofAReplayBeforeThereWereNamesTheTimeIsTold(@Autowired RestTestClient http) {
        neighbours.publish(said("x").with(data -> data.remove("name")));
        await().untilAsserted(() -> assertThat(ownDeadLetters()).isEqualTo(1));
        mongo.getCollection("deadLetterReplays")
                .insertOne(new Document("_id", ownDeadLetter()).append("at", java.util.Date.from(NOW)));

        var letter = listed(http, ownDeadLetter());

        assertThat(letter.get("replayedAt").asString()).isEqualTo(NOW.toString());
        assertThat(letter.get("replays")).isEmpty();
    }

    /// `ID` is what the record is about, which it says in `applicationId` and, for once, in `organisation`.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another       | {"applicationId":"OTHER","organisation":"OTHER","name":"Forged"}
            another field | {"applicationId":"OTHER","organisation":"ID","name":"Forged"}
            deeper        | {"applicationId":"OTHER","organisation":"OTHER","name":"Forged","about":{"applicationId":"ID"}}
            one lost      | {"applicationId":"ID","name":"Forged"}
            none          | {"name":"Forged"}
            no object     | ["ID"]
            null          | null
            """)
    void dataAboutSomethingElseDoNotReplaceThoseOfTheRecord(
            String what, String forged, @Autowired RestTestClient http) {
        var other = UUID.randomUUID();
        neighbours.publish(said("x").with("organisation", id.toString()).with(data -> data.remove("name")));
        await().untilAsserted(() -> assertThat(ownDeadLetters()).isEqualTo(1));

        replay(http, ownDeadLetter(), forged.replace("ID", id.toString()).replace("OTHER", other.toString()))
                .expectStatus()
                .isEqualTo(422);

        assertThat(samples.findById(new Sample.Id(other))).isEmpty();
        assertThat(samples.findById(new Sample.Id(id))).isEmpty();
        assertThat(listed(http, ownDeadLetter()).get("replays")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "registration.applications.v1.cohort-service.dlt:0:9999",
                "registration.applications.v1.cohort-service.dlt:99:0",
                "cohort.intakes.v1:0:0"
            })
    void anUnknownDeadLetterIsNotFound(String unknown, @Autowired RestTestClient http) {
        http.post()
                .uri("/api/cohort/dead-letters/{id}/replay", unknown)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void declaredIndexesAreThere() {
        await().untilAsserted(() -> assertThat(mongo.indexOps("samples").getIndexInfo())
                .extracting(IndexInfo::getName)
                .contains("count", "outboxPendingSince"));
    }

    private Example said(String name) {
        return Example.of("registration/application-submitted.v1")
                .with("applicationId", id.toString())
                .with("name", name)
                .about(id, 1);
    }

    /// Until it has its partitions, and has put something aside for the first time.
    private void awaitListening() {
        neighbours.publish(HEARD, id.toString(), Map.of(), null);
        neighbours.publish(said("First"));
        await().untilAsserted(() -> assertThat(heard()).containsExactly("First"));
    }

    private Iterable<String> heard() {
        return samples.findById(new Sample.Id(id)).map(Sample::heard).orElseThrow(AssertionError::new);
    }

    private static RestTestClient.ResponseSpec replay(RestTestClient http, String letter, String data) {
        return http.post()
                .uri("/api/cohort/dead-letters/{id}/replay", letter)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"data\":" + data + "}")
                .exchange();
    }

    private static JsonNode listed(RestTestClient http, String letter) {
        var all = http.get()
                .uri("/api/cohort/dead-letters")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared()
                .readTree(all)
                .get("items")
                .valueStream()
                .filter(each -> letter.equals(each.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    private String ownDeadLetter() {
        return neighbours.deadLetters(HEARD).stream()
                .filter(letter -> id.toString().equals(letter.key()))
                .map(letter -> letter.topic() + ":" + letter.partition() + ":" + letter.offset())
                .findFirst()
                .orElseThrow();
    }

    private long ownDeadLetters() {
        return neighbours.deadLetters(HEARD).stream()
                .filter(letter -> id.toString().equals(letter.key()))
                .count();
    }
}
