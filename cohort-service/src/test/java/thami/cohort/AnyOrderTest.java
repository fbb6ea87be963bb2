package thami.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonBinary;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import tools.jackson.databind.json.JsonMapper;

/// A story is heard in any order across topics, the order per key kept, then once more from the start: the
/// documents are the same. A seed that failed once stays in the list.
@ComponentTest
class AnyOrderTest {

    private static final Map<String, String> BINDINGS = Map.of(
            "registration.applications.v1", "registrationApplications",
            "cohort.cohorts.v1", "cohortCohorts",
            "cohort.intakes.v1", "cohortIntakes",
            "certificate.certificates.v1", "certificateCertificates");

    private @Autowired Map<String, Consumer<Message<byte[]>>> consumers;
    private @Autowired MongoOperations mongo;
    private @Autowired RestTestClient http;
    private @Autowired Neighbours neighbours;
    private @Autowired StaffProvider staff;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSameStoryIsTheSameDocuments(int seed) {
        var told = new Told();
        told.events().forEach(this::hear);

        var shuffled = new Told();
        shuffled(shuffled.events(), new Random(seed)).forEach(this::hear);
        shuffled(shuffled.events(), new Random(-seed)).forEach(this::hear);

        assertThat(shuffled.documents()).isEqualTo(told.documents());
        assertThat(told.documents().toString()).contains("WITHDRAWN", "ADMITTED", "rebased", "certifiedAt");
    }

    /// Any order across keys, the order within each kept: what Kafka promises.
    private static List<Example> shuffled(List<Example> events, Random random) {
        var queues = new LinkedHashMap<String, List<Example>>();
        events.forEach(event -> queues.computeIfAbsent(event.topic() + event.key(), _ -> new ArrayList<>())
                .add(event));
        var turns = new ArrayList<String>();
        queues.forEach((queue, all) -> turns.addAll(Collections.nCopies(all.size(), queue)));
        Collections.shuffle(turns, random);
        return turns.stream().map(queue -> queues.get(queue).removeFirst()).toList();
    }

    private void hear(Example event) {
        var received = new ConsumerRecord<>(
                event.topic(), 0, 0, event.key().getBytes(), JsonMapper.shared().writeValueAsBytes(event.data()));
        event.headers().forEach((name, value) -> received.headers().add(name, value.getBytes()));
        consumers
                .get(BINDINGS.get(event.topic()))
                .accept(MessageBuilder.withPayload(received.value())
                        .setHeader(IntegrationMessageHeaderAccessor.SOURCE_DATA, received)
                        .build());
    }

    /// The order of fields says only which fact was first.
    private static Map<String, Object> sorted(Document document) {
        var sorted = new TreeMap<String, Object>(document);
        sorted.replaceAll((_, value) -> value instanceof Document inner ? sorted(inner) : value);
        return sorted;
    }

    /// Two people's way, with ids of its own: one is admitted, undone, admitted again and certified, the other
    /// withdraws.
    private final class Told {

        private final UUID cohort = new Story(http, neighbours, staff).publishedCohort(3);
        private final UUID admitted = UUID.randomUUID();
        private final UUID withdrawn = UUID.randomUUID();
        private final UUID certificate = UUID.randomUUID();

        List<Example> events() {
            return List.of(
                    Story.application(admitted, cohort, "Şule Beispiel"),
                    Story.application(withdrawn, cohort, "Olena Beispiel"),
                    decision("application-admitted.v1", 1, admitted),
                    decision("application-waitlisted.v1", 2, withdrawn),
                    decision("decision-undone.v1", 3, admitted),
                    decision("seat-freed.v1", 4, admitted).with("because", "UNDONE"),
                    decision("application-admitted.v1", 5, admitted),
                    decision("legal-basis-changed.v1", 6, admitted),
                    Example.of("cohort/call-changed.v1").about(cohort, 2).with("callId", cohort.toString()),
                    Story.withdrawal(withdrawn, cohort),
                    Example.of("certificate/certificate-issued.v1")
                            .about(certificate, 1)
                            .with("participationId", admitted.toString()));
        }

        private Example decision(String event, int sequence, UUID who) {
            return Example.of("cohort/" + event)
                    .about(cohort, sequence)
                    .with("callId", cohort.toString())
                    .with("applicationId", who.toString());
        }

        /// Without what must differ: ids, what follows from them, how often it was saved, when it was sent.
        List<String> documents() {
            return List.of(
                    document("intakes", cohort),
                    document("candidates", admitted),
                    document("candidates", withdrawn),
                    document("participations", admitted));
        }

        private String document(String collection, UUID id) {
            var found = mongo.getCollection(collection)
                    .find(new Document("_id", new BsonBinary(id)))
                    .first();
            found.keySet().removeAll(Set.of("version", "sequence", "outbox"));
            found.remove("outboxPendingSince");
            if (found.get("likeness") instanceof Document likeness) likeness.remove("mailbox");
            return sorted(found)
                    .toString()
                    .replace(cohort.toString(), "COHORT")
                    .replace(admitted.toString(), "ADMITTED PERSON")
                    .replace(withdrawn.toString(), "WITHDRAWN PERSON");
        }
    }
}
