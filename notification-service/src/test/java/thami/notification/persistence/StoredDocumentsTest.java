package thami.notification.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import thami.notification.Documents;
import thami.notification.Recipient;
import thami.notification.WithMailSink;
import thami.testing.ComponentTest;

/// Stored documents are contracts: what an earlier version stored is read, and stored the same again.
@ComponentTest
@org.springframework.test.context.TestPropertySource(
        properties = {"thami.notification.senders=0", "thami.notification.sweep-every=1h"})
class StoredDocumentsTest implements WithMailSink {

    private static final JsonWriterSettings PRETTY = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    @Autowired
    MongoConverter converter;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsStoredTodayIsWhatIsWrittenHere(Map.Entry<String, Object> document) throws Exception {
        assertThat(json(written(document.getValue()))).isEqualTo(golden(document.getKey()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsStoredTodayIsWhatIsWrittenHere")
    void whatIsWrittenHereIsReadAndStoredTheSame(Map.Entry<String, Object> document) throws Exception {
        var golden = golden(document.getKey());
        var read = converter.read(document.getValue().getClass(), Document.parse(golden));

        assertThat(json(written(read))).isEqualTo(golden);
    }

    /// Of a mail that had to wait: that is asked of the mails themselves now.
    @Test
    void whatWasStoredOfADelayIsReadAndNotStoredAgain() throws Exception {
        var read = converter.read(Recipient.class, Document.parse(golden("recipient-delayed")));

        assertThat(json(written(read))).isEqualTo(golden("recipient-known"));
    }

    static Set<Map.Entry<String, Object>> whatIsStoredTodayIsWhatIsWrittenHere() {
        return Documents.all().entrySet();
    }

    private Document written(Object aggregate) {
        var document = new Document();
        converter.write(aggregate, document);
        return document;
    }

    private String golden(String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/stored", name + ".v1.json"))
                .strip();
    }

    private static String json(Document document) {
        var registry = org.bson.codecs.configuration.CodecRegistries.withUuidRepresentation(
                com.mongodb.MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD);
        return document.toJson(PRETTY, registry.get(Document.class));
    }
}
