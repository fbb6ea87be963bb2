package thami.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import thami.testing.Example;

/// Facts in any order, again and again, and what cannot be read.
class HearingFactsTest extends WholeService {

    @Autowired
    private MongoOperations mongo;

    /// Seeded: each story is told in another order, with repeats, and then all of it once more.
    @Test
    void everyOrderEndsInTheSameDocument() {
        var told = new ArrayList<Example>();
        var people = new ArrayList<UUID>();
        for (var seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var participation = UUID.randomUUID();
            people.add(participation);
            var facts = new ArrayList<>(story(participation));
            random.ints(6, 0, facts.size()).forEach(again -> facts.add(facts.get(again)));
            if (seed > 0) Collections.shuffle(facts, random);
            told.addAll(facts);
        }
        told.forEach(neighbours::publish);
        neighbours.awaitRead(PARTICIPATIONS);
        var once = documents(people);
        assertThat(once.stream().map(HearingFactsTest::withoutIdAndVersion).distinct())
                .hasSize(1);
        assertThat(once.getFirst().getString("state")).isEqualTo("READY");
        assertThat(once.getFirst().get("enrolment").toString()).contains("legalBasis=B", "sample-second-admissions");

        told.forEach(neighbours::publish); // a replay from 0
        neighbours.awaitRead(PARTICIPATIONS);
        assertThat(documents(people)).isEqualTo(once);
    }

    private List<Example> story(UUID participation) {
        return List.of(
                enrolment(participation, 1, "Ada Erst"),
                completion(participation, 2, MODULES.get(0)),
                correction(participation, 3),
                completion(participation, 4, MODULES.get(1)),
                ending(participation, 5),
                enrolment(participation, 6, "Ada Dann"),
                completion(participation, 7, MODULES.get(0)),
                Example.of("cohort/participant-enrolled.v1.told-again")
                        .about(participation, 9)
                        .with("participationId", participation.toString()));
    }

    @Test
    void aHundredRepeatsChangeNothing() {
        var participation = ready("Ada Oft");
        var before = documents(List.of(participation));
        for (var i = 0; i < 100; i++) neighbours.publish(completion(participation, 3, MODULES.get(1)));
        neighbours.awaitRead(PARTICIPATIONS);
        assertThat(documents(List.of(participation))).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheNextIsHeard() {
        var participation = UUID.randomUUID();
        var sound = enrolment(participation, 1, "Ada");
        var before = neighbours.deadLetters(PARTICIPATIONS).size();
        poison(sound)
                .forEach(
                        (headers, body) -> neighbours.publish(PARTICIPATIONS, participation.toString(), headers, body));
        neighbours.publish(sound);

        await().untilAsserted(() ->
                assertThat(mongo.exists(query(participation), "entitlements")).isTrue());
        assertThat(neighbours.deadLetters(PARTICIPATIONS)).hasSize(before + 4);
        assertThat(neighbours.deadLetters(PARTICIPATIONS).getLast().headers()).containsKey("thami-dead-letter-cause");
    }

    private static Map<Map<String, String>, byte[]> poison(Example sound) {
        var poison = new HashMap<Map<String, String>, byte[]>();
        poison.put(
                header(sound, "content-type", "text/plain"),
                sound.data().toString().getBytes(UTF_8));
        poison.put(
                header(sound, "ce_aggregatesequence", "first"),
                sound.data().toString().getBytes(UTF_8));
        poison.put(header(sound, "ce_time", sound.headers().get("ce_time")), "{\"participationId\":".getBytes(UTF_8));
        poison.put(header(sound, "traceparent", "00-x"), "{\"participationId\":null}".getBytes(UTF_8));
        return poison;
    }

    private static Map<String, String> header(Example sound, String name, String value) {
        return sound.header(name, value).headers();
    }

    private List<Document> documents(List<UUID> people) {
        return people.stream()
                .map(participation -> mongo.findOne(query(participation), Document.class, "entitlements"))
                .toList();
    }

    private static org.springframework.data.mongodb.core.query.Query query(UUID participation) {
        return org.springframework.data.mongodb.core.query.Query.query(
                org.springframework.data.mongodb.core.query.Criteria.where("_id")
                        .is(participation));
    }

    private static Document withoutIdAndVersion(Document document) {
        var same = new Document(document);
        same.remove("_id");
        same.remove("version");
        return same;
    }
}
