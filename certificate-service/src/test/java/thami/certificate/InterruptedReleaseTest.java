package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static thami.certificate.Story.CERTIFICATION;
import static thami.certificate.Story.NOON;
import static thami.certificate.Story.TODAY;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// Releases that a crash left without their certificate are finished, each by itself.
class InterruptedReleaseTest extends WholeService {

    private static final String SHA256 = "ab".repeat(32);

    @Autowired
    private MongoOperations mongo;

    private final Random random = new Random();

    @Test
    void oneThatAlwaysFailsHoldsUpNoneBehindItAndIsCounted(
            @Autowired Certificates certificates, @Autowired MeterRegistry meters) {
        var failing = released(NOON);
        var next = released(NOON.plus(Duration.ofHours(1)));
        mongo.insert(unreadable(failing), "entitlements");

        mongo.insert(next);

        var number = next.release().orElseThrow().number();
        await().until(() -> certificates.findByNumber(number).isPresent());
        await().untilAsserted(() -> assertThat(
                        meters.get("thami.certificate.interrupted").gauge().value())
                .isPositive());
        mongo.remove(query(where("_id").is(failing.id().value())), "entitlements");
    }

    private Document unreadable(Entitlement entitlement) {
        var document = new Document();
        mongo.getConverter().write(entitlement, document);
        document.get("release", Document.class).put("number", "no number");
        return document;
    }

    /// And nothing more: the process is gone.
    private Entitlement released(Instant at) {
        var entitlement = Entitlement.of(new EntitlementId(UUID.randomUUID()));
        entitlement.enrol(Story.enrolment(1));
        entitlement.record(Story.completed(2, Story.LAW));
        entitlement.record(Story.completed(3, Story.COUNSELLING));
        entitlement.prepare(new Preparation(
                CertificateId.random(random),
                CertificateNumber.random(random),
                TODAY,
                Story.wording(Story.enrolment(1)),
                Story.pdf(SHA256),
                CERTIFICATION,
                NOON));
        entitlement.release(SHA256, CERTIFICATION, TODAY, at);
        return entitlement;
    }
}
