package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What was taken back in cohort-service before word of the release came there: the certificate stands, and staff are
/// told.
@ExtendWith(OutputCaptureExtension.class)
class ContradictedCertificateTest extends WholeService {

    @Test
    void aCertificateThatWhatIsReportedLaterContradictsStandsAndIsShownCountedAndLoggedOnce(
            @Autowired MeterRegistry meters, @Autowired Certificates certificates, CapturedOutput output) {
        var participation = ready("Ada Widerspruch");
        var released = released(participation);
        var certificate = released.get("certificateId").asString();
        assertThat(page("/api/entitlements/" + participation)).contains("\"contradicted\":false");

        for (var repeat = 0; repeat < 3; repeat++) {
            neighbours.publish(correction(participation, 4));
            neighbours.publish(ending(participation, 5));
        }
        neighbours.awaitRead(PARTICIPATIONS);

        var entitlement = entitlement(participation);
        assertThat(entitlement.get("state").asString()).isEqualTo("RELEASED");
        assertThat(entitlement.get("contradicted").asBoolean()).isTrue();
        assertThat(certificates.findById(new CertificateId(UUID.fromString(certificate))))
                .isPresent();
        await().untilAsserted(() -> assertThat(
                        meters.get("thami.certificate.contradicted").gauge().value())
                .isPositive());
        assertThat(output.getAll().lines().filter(line -> line.contains("is released and stands")))
                .filteredOn(line -> line.contains(participation.toString()))
                .singleElement()
                .asString()
                .contains("WARN", certificate)
                .doesNotContain("Ada");
        assertThat(verified(released.get("number").asString()).get("status").asString())
                .isEqualTo("valid");
    }

    private String page(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", certification())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
