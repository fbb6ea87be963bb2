package thami.certificate;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.certificate.pdf.SealKeys;
import thami.testing.ComponentTest;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import thami.testing.StaffProvider.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole service on real parts, with a key to seal with, and the words in which its stories are told.
@ComponentTest
public abstract class WholeService {

    public static final String TOPIC = "certificate.certificates.v1";
    public static final String PARTICIPATIONS = "cohort.participations.v1";
    public static final List<String> MODULES =
            List.of("1f6d2c3b-8a40-4b7e-9c11-3d5e7f9a0b04", "2a7e3d4c-9b51-4c8f-8d22-4e6f8a0b1c05");

    @Autowired
    protected RestTestClient http;

    @Autowired
    protected Neighbours neighbours;

    @Autowired
    protected StaffProvider staff;

    @DynamicPropertySource
    static void seal(DynamicPropertyRegistry properties) {
        properties.add("thami.seal.keystore", () -> SealKeys.SELF_SIGNED);
        properties.add("thami.seal.password", () -> SealKeys.PASSWORD);
        properties.add("thami.certificate.finish-every", () -> "300");
        properties.add("thami.certificate.count-every", () -> "300");
    }

    protected void enrolled(UUID participation, String name) {
        neighbours.publish(enrolment(participation, 1, name));
    }

    protected Example enrolment(UUID participation, long sequence, String name) {
        return Example.of("cohort/participant-enrolled.v1")
                .about(participation, sequence)
                .with(data -> {
                    data.put("participationId", participation.toString());
                    data.put("name", name);
                    ((ObjectNode) data.get("admittedBy"))
                            .put("issuer", staff.issuer())
                            .put("sub", "admissions");
                });
    }

    protected Example completion(UUID participation, long sequence, String module) {
        return Example.of("cohort/module-completed.v1")
                .about(participation, sequence)
                .with(data -> {
                    data.put("participationId", participation.toString());
                    data.put("moduleId", module);
                    ((ObjectNode) data.get("recordedBy"))
                            .put("issuer", staff.issuer())
                            .put("sub", "trainer");
                });
    }

    protected Example correction(UUID participation, long sequence) {
        return Example.of("cohort/module-completion-corrected.v1")
                .about(participation, sequence)
                .with("participationId", participation.toString());
    }

    protected Example ending(UUID participation, long sequence) {
        return Example.of("cohort/participation-ended.v1")
                .about(participation, sequence)
                .with("participationId", participation.toString());
    }

    /// Somebody whose facts have all been told and read: nothing is missing.
    protected UUID ready(String name) {
        var participation = UUID.randomUUID();
        enrolled(participation, name);
        neighbours.publish(completion(participation, 2, MODULES.get(0)));
        neighbours.publish(completion(participation, 3, MODULES.get(1)));
        neighbours.awaitRead(PARTICIPATIONS);
        return participation;
    }

    protected String certification() {
        return staff.bearer(Person.of("certification", "certification"));
    }

    protected JsonNode entitlement(UUID participation) {
        return answered(
                http.get().uri("/api/entitlements/{id}", participation).header("Authorization", certification()));
    }

    protected JsonNode prepared(UUID participation) {
        return answered(http.post()
                .uri("/api/entitlements/{id}/preview", participation)
                .header("Authorization", certification()));
    }

    /// What anybody is told who has the number.
    protected JsonNode verified(String number) {
        return answered(http.get().uri("/api/certificates/verify/{number}", number));
    }

    private static JsonNode answered(RestTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /// The file of a released certificate.
    protected byte[] pdf(JsonNode released) {
        return http.get()
                .uri("/api/certificates/{id}/pdf", released.get("certificateId").asString())
                .header("Authorization", certification())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    protected RestTestClient.ResponseSpec release(UUID participation, String sha256, String bearer) {
        return http.post()
                .uri("/api/entitlements/{id}/release", participation)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .body("{\"sha256\":\"" + sha256 + "\"}")
                .exchange();
    }

    protected JsonNode released(UUID participation) {
        return release(participation, prepared(participation).get("sha256").asString(), certification())
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
