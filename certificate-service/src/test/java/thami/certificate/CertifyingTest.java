package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import thami.testing.Contract;
import thami.testing.StaffProvider.Person;
import tools.jackson.databind.JsonNode;

/// The story on real parts: facts in, certificate out, verified by anybody.
class CertifyingTest extends WholeService {

    @Test
    void fromTheFactsToACertificateThatAnybodyCanVerify() throws Exception {
        var participation = ready("Şule Beispiel-Yıldız");
        assertThat(entitlement(participation).get("state").asString()).isEqualTo("READY");

        var preview = prepared(participation);
        var number = preview.get("number").asString();
        http.get()
                .uri("/api/certificates/verify/{n}", number)
                .exchange()
                .expectStatus()
                .isNotFound();
        var bytes = http.get()
                .uri("/api/entitlements/{id}/preview", participation)
                .header("Authorization", certification())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(sha256).isEqualTo(preview.get("sha256").asString());

        release(participation, sha256, staff.bearer(Person.of("trainer", "trainer", "certification")))
                .expectStatus()
                .isForbidden();
        var released = release(participation, sha256, certification())
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(released.get("number").asString()).isEqualTo(number);
        var issued = neighbours.received(TOPIC, released.get("certificateId").asString());
        assertThat(issued).singleElement().satisfies(Contract.of("certificate/certificate-issued.v1")::validates);
        assertThat(issued.getFirst().data().get("sha256").asString()).isEqualTo(sha256);
        assertThat(issued.getFirst().data().get("participationId").asString()).isEqualTo(participation.toString());
        var verified = http.get()
                .uri("/api/certificates/verify/{n}", number.toLowerCase(java.util.Locale.ROOT))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(verified.get("status").asString()).isEqualTo("valid");
        assertThat(verified.toString()).doesNotContain("Şule");
        var kept = http.get()
                .uri("/api/certificates/{id}/pdf", released.get("certificateId").asString())
                .header("Authorization", certification())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(kept).isEqualTo(bytes);
    }
}
