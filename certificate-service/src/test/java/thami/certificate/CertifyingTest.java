package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import thami.testing.Contract;
import thami.testing.StaffProvider.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The story on real parts: facts in, certificate out, verified by anybody.
class CertifyingTest extends WholeService {

    @Test
    void aModuleThatCannotBePrintedIsToldAndNothingIsPrepared() {
        var participation = UUID.randomUUID();
        neighbours.publish(enrolment(participation, 1, "Ada Beispiel")
                .with(data -> ((ObjectNode) data.at("/modules/0/title")).put("de", "Beratung → Praxis ✓")));
        neighbours.publish(completion(participation, 2, MODULES.get(0)));
        neighbours.publish(completion(participation, 3, MODULES.get(1)));
        neighbours.awaitRead(PARTICIPATIONS);

        var told = http.post()
                .uri("/api/entitlements/{id}/preview", participation)
                .header("Authorization", certification())
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(told).contains("words-not-printable", "U+2713", "Beratung … Praxis …");
        assertThat(entitlement(participation).get("state").asString()).isEqualTo("READY");
        release(participation, "0".repeat(64), certification()).expectStatus().isEqualTo(409);
    }

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
        var verified = verified(number.toLowerCase(java.util.Locale.ROOT));
        assertThat(verified.get("status").asString()).isEqualTo("valid");
        assertThat(verified.toString()).doesNotContain("Şule");
        assertThat(pdf(released)).isEqualTo(bytes);
    }
}
