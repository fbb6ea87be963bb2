package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonBinary;
import org.bson.Document;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.json.JsonMapper;

/// A whole story is heard in any order and with repeats, as a replay or a late dead letter would bring it, also against
/// the order per key; the documents are the same. A seed that failed once stays in the list.
@ComponentTest
class AnyOrderTest {

    @Autowired
    Map<String, Consumer<Message<byte[]>>> consumers;

    @Autowired
    MongoOperations mongo;

    @Autowired
    RestTestClient http;

    @Autowired
    Neighbours neighbours;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSameStoryIsTheSameDocuments(int seed) {
        var told = new Story();
        told.events().forEach(this::hear);

        var shuffled = new Story();
        var events = new ArrayList<>(shuffled.events());
        events.addAll(shuffled.events());
        Collections.shuffle(events, new Random(seed));
        events.forEach(this::hear);

        assertThat(shuffled.documents()).isEqualTo(told.documents());
    }

    @Test
    void theStoryEndsWithACertificateForAClosedCall() {
        var story = new Story();
        story.events().forEach(this::hear);

        assertThat(story.documents().toString()).contains("WAITLISTED", "UNDONE", "ADMITTED", "certificate", "Gera");
    }

    private void hear(Example event) {
        var topic = event.topic();
        var received = new ConsumerRecord<>(
                topic, 0, 0, event.key().getBytes(), JsonMapper.shared().writeValueAsBytes(event.data()));
        event.headers().forEach((name, value) -> received.headers().add(name, value.getBytes()));
        var message = MessageBuilder.withPayload(received.value())
                .setHeader(IntegrationMessageHeaderAccessor.SOURCE_DATA, received)
                .build();
        consumers.get(BINDINGS.get(topic)).accept(message);
    }

    private static final Map<String, String> BINDINGS = Map.of(
            "cohort.cohorts.v1", "cohortCohorts",
            "cohort.intakes.v1", "cohortIntakes",
            "certificate.certificates.v1", "certificateCertificates");

    /// One person's way, with ids of its own.
    private final class Story {

        private final UUID call = new Doors(http, neighbours).openCall();
        private final UUID application = UUID.randomUUID();
        private final UUID certificate = UUID.randomUUID();

        Story() {
            new Doors(http, neighbours).apply(application, Doors.submission(call));
            neighbours.awaitEmptyOutboxes();
        }

        List<Example> events() {
            return List.of(
                    cohort("call-published.v1", 1),
                    cohort("call-changed.v1", 2).with("place", "Suhl"),
                    cohort("call-changed.v1", 3).with("place", "Gera"),
                    cohort("call-closed.v1", 4),
                    decision("application-waitlisted.v1", 1),
                    decision("application-declined.v1", 2),
                    decision("decision-undone.v1", 3),
                    decision("application-admitted.v1", 4),
                    Example.of("certificate/certificate-issued.v1")
                            .about(certificate, 1)
                            .with("certificateId", certificate.toString())
                            .with("participationId", application.toString()));
        }

        private Example cohort(String event, int sequence) {
            return Example.of("cohort/" + event).about(call, sequence).with("callId", call.toString());
        }

        private Example decision(String event, int sequence) {
            return cohort(event, sequence).with("applicationId", application.toString());
        }

        /// Without what must differ: ids, what follows from them, how often it was saved, when it was sent.
        List<Document> documents() {
            var found = mongo.getCollection("applications")
                    .find(new Document("_id", new BsonBinary(application)))
                    .first();
            var heard = mongo.getCollection("calls")
                    .find(new Document("_id", new BsonBinary(call)))
                    .first();
            for (var field : List.of("_id", "call", "reference", "submittedAt", "fingerprint", "version")) {
                found.remove(field);
                heard.remove(field);
            }
            found.getList("certifications", Document.class).forEach(each -> each.put("certificate", "a certificate"));
            return List.of(found, heard);
        }
    }
}
