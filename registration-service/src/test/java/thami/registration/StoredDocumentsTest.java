package thami.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.registration.Samples.CERTIFICATE;
import static thami.registration.Samples.NOON;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import thami.registration.Application.Status;
import thami.registration.Decision.Outcome;
import thami.testing.ComponentTest;

/// What is stored is a contract with every version to come: it is written as the examples say, and read from them.
@ComponentTest
class StoredDocumentsTest {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Applications applications;

    @Autowired
    Calls calls;

    @Test
    void anApplicationIsStoredAsItsExampleSays() {
        var application = Samples.application();
        application.note(new Decision(4, Outcome.WAITLISTED, NOON.plus(1, ChronoUnit.DAYS), 3));
        application.note(new Decision(9, Outcome.ADMITTED, NOON.plus(2, ChronoUnit.DAYS), null));
        application.renewLink(NOON.plus(3, ChronoUnit.DAYS));
        application.noteCertificate(CERTIFICATE, NOON.plus(300, ChronoUnit.DAYS));
        var written = new Document();

        mongo.getConverter().write(application, written);

        assertThat(json(written)).isEqualTo(json(withoutDelivery(Golden.document("application.v1"))));
    }

    @Test
    void anApplicationIsReadFromItsExample() {
        var id = new ApplicationId(UUID.randomUUID());
        mongo.getCollection("applications").insertOne(Golden.document("application.v1", id.value()));

        var read = applications.findById(id).orElseThrow();

        assertThat(read.status()).isEqualTo(Status.CERTIFIED);
        assertThat(read.linkGeneration()).isEqualTo(2);
        assertThat(read.applicant()).isEqualTo(Samples.SULE);
        assertThat(read.timeline()).hasSize(4);
        assertThat(read.cameFrom(Samples.SUBMISSION)).isTrue();
    }

    @Test
    void aCallIsStoredAsItsExampleSays() {
        var call = Samples.openCall();
        call.close(NOON);
        var written = new Document();

        mongo.getConverter().write(call, written);

        assertThat(json(written)).isEqualTo(json(unsaved(Golden.document("call.v1"))));
    }

    @Test
    void aCallIsReadFromItsExample() {
        mongo.getCollection("calls").insertOne(Golden.document("call.v1"));

        var read = calls.announced(Samples.CALL_ID).orElseThrow();

        assertThat(read.notice()).isEqualTo(Samples.NOTICE);
        assertThat(read.acceptsUntil()).isEqualTo(NOON);
    }

    private static Document withoutDelivery(Document document) {
        document.remove("outboxPendingSince");
        document.put("outbox", List.of());
        document.put("sequence", 0L);
        document.put("version", 0L);
        return document;
    }

    private static Document unsaved(Document document) {
        document.put("version", 0L);
        return document;
    }

    private static String json(Document document) {
        var registry = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new UuidCodec(UuidRepresentation.STANDARD)),
                com.mongodb.MongoClientSettings.getDefaultCodecRegistry());
        var settings = JsonWriterSettings.builder()
                .outputMode(JsonMode.RELAXED)
                .indent(true)
                .build();
        return document.toJson(settings, new DocumentCodec(registry));
    }
}
