package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TODAY;
import static thami.certificate.Story.TRAINER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Stored documents are contracts: what an earlier version wrote is read for ever.
class StoredDocumentsTest extends WholeService {

    @Autowired
    private MongoOperations mongo;

    @Test
    void anEntitlementIsStoredAsEver() throws IOException {
        var entitlement = Story.readyEntitlement();
        entitlement.enrol(Story.rebased(4, TRAINER));
        entitlement.prepare(Story.preparation(TODAY, "ab".repeat(32)));
        entitlement.release("ab".repeat(32), CERTIFICATION, TODAY, NOON);
        assertThat(kept("entitlement-2.json", json(written(entitlement)))).isEqualTo(golden("entitlement-2.json"));

        var read = mongo.getConverter().read(Entitlement.class, stored("entitlement-2.json"));
        assertThat(read).usingRecursiveComparison().isEqualTo(entitlement);
    }

    @Test
    void anEntitlementOfTheFirstVersionIsReadWithoutLosingAnything() throws IOException {
        var read = mongo.getConverter().read(Entitlement.class, stored("entitlement-1.json"));

        assertThat(json(written(read))).isEqualTo(golden("entitlement-1.json"));
    }

    @Test
    void aCertificateIsStoredAsEver() throws IOException {
        var release = new Release(
                Story.preparation(TODAY, "ab".repeat(32)).certificate(),
                Story.NUMBER,
                "ab".repeat(32),
                CERTIFICATION,
                NOON);
        var certificate = Certificate.issue(Story.ID, Story.preparation(TODAY, "ab".repeat(32)), release);
        assertThat(kept("certificate-1.json", json(written(certificate)))).isEqualTo(golden("certificate-1.json"));

        var read = mongo.getConverter().read(Certificate.class, stored("certificate-1.json"));
        assertThat(read.number()).isEqualTo(Story.NUMBER);
        assertThat(read.wording()).isEqualTo(certificate.wording());
        assertThat(read.pdf().bytes()).isEqualTo(certificate.pdf().bytes());
        assertThat(read.standing(TODAY)).isEqualTo(Standing.VALID);
    }

    /// There is room for what will be appended to a certificate, though nothing appends it yet.
    @Test
    void aCertificateMayHaveExpiredOrBeReplacedOrRevoked() throws IOException {
        var expired = stored("certificate-1.json").append("validUntil", TODAY);
        assertThat(certificate(expired).standing(TODAY)).isEqualTo(Standing.VALID);
        assertThat(certificate(expired).standing(TODAY.plusDays(1))).isEqualTo(Standing.EXPIRED);
        for (var standing : new Standing[] {Standing.NO_LONGER_VALID, Standing.REVOKED}) {
            var changed = stored("certificate-1.json")
                    .append("changes", java.util.List.of(new Document("standing", standing.name()).append("at", NOON)));
            assertThat(certificate(changed).standing(LocalDate.MAX)).isEqualTo(standing);
        }
    }

    private Certificate certificate(Document document) {
        return mongo.getConverter().read(Certificate.class, document);
    }

    private Document written(Object aggregate) {
        var document = new Document();
        mongo.getConverter().write(aggregate, document);
        document.remove("outboxPendingSince");
        document.remove("outbox");
        document.remove("sequence");
        return document;
    }

    /// What is stored now, beside what was: to be copied for a new version, never over an old one.
    private static String kept(String name, String json) throws IOException {
        var file = Path.of("target", "stored", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return json;
    }

    private String json(Document document) {
        return document.toJson(JsonWriterSettings.builder().indent(true).build(), codec()) + "\n";
    }

    private Document stored(String name) throws IOException {
        return Document.parse(golden(name), codec());
    }

    private Codec<Document> codec() {
        return ((MongoTemplate) mongo).getDb().getCodecRegistry().get(Document.class);
    }

    private static String golden(String name) throws IOException {
        try (var in = StoredDocumentsTest.class.getResourceAsStream("/stored/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
