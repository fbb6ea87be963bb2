package thami.cohort;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.Example;
import thami.testing.Neighbours;
import thami.testing.StaffProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The way of some invented people through cohort-service, step by step over its public interfaces.
public final class Story {

    public static final String LAW = Samples.LAW.value().toString();
    public static final String COUNSELLING = Samples.COUNSELLING.value().toString();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestTestClient http;
    private final Neighbours neighbours;
    private final StaffProvider staff;

    public Story(RestTestClient http, Neighbours neighbours, StaffProvider staff) {
        this.http = http;
        this.neighbours = neighbours;
        this.staff = staff;
    }

    public static String plan(int seats) {
        return """
                {"title":{"de":"ThAMI plus 2026 (Beispieldaten)","en":"ThAMI plus 2026 (sample data)"},
                 "programme":{"code":"THAMI_PLUS","title":"ThAMI plus (Beispiel)"},
                 "targetGroups":["THUERGUSVO","MIGRANT_ORGANISATION"],
                 "opensAt":"2026-01-12T08:00:00.000Z","closesAt":"2099-12-31T22:59:59.999Z",
                 "startsOn":"2026-03-02","endsOn":"2026-10-30","place":"Erfurt (Beispielort)",
                 "fee":{"amount":120.5,"currency":"EUR"},"seats":%d,
                 "ruleVersion":"thami-plus-2026-sample","sample":true,
                 "modules":[
                  {"id":"%s","title":{"de":"Aufenthaltsrecht (Beispiel)","en":"Residence law (sample)"},"units":32,"provider":"Beispielträger Nord"},
                  {"id":"%s","title":{"de":"Beratung (Beispiel)","en":"Counselling (sample)"},"units":24,"provider":"Beispielträger Süd"}]}""".formatted(seats, LAW, COUNSELLING);
    }

    public UUID plannedCohort(int seats) {
        return plannedCohort(plan(seats));
    }

    public UUID plannedCohort(String plan) {
        var id = UUID.randomUUID();
        http.post()
                .uri("/api/cohorts")
                .headers(as("course-management"))
                .header("Idempotency-Key", id.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(plan)
                .exchange()
                .expectStatus()
                .isCreated();
        return id;
    }

    public String tag(UUID cohort) {
        return http.get()
                .uri("/api/cohorts/" + cohort)
                .headers(as("course-management"))
                .exchange()
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }

    /// @return the status of the answer
    public int change(UUID cohort, String tag, String plan) {
        return http.put()
                .uri("/api/cohorts/" + cohort)
                .headers(as("course-management"))
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(plan)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    public UUID publishedCohort(int seats) {
        var id = plannedCohort(seats);
        publish(id);
        return id;
    }

    public void publish(UUID cohort) {
        step(cohort, "publication");
    }

    public void close(UUID cohort) {
        step(cohort, "closing");
    }

    private void step(UUID cohort, String step) {
        http.post()
                .uri("/api/cohorts/{id}/" + step, cohort)
                .headers(as("course-management"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /// Somebody applies at registration-service, and cohort-service has heard of it.
    public UUID applied(UUID cohort, String name) {
        var id = UUID.randomUUID();
        neighbours.publish(application(id, cohort, name));
        await().untilAsserted(() -> candidate(id));
        return id;
    }

    public static Example application(UUID id, UUID cohort, String name) {
        return Example.of("registration/application-submitted.v1")
                .about(id, 1)
                .with(data -> data.put("applicationId", id.toString())
                        .put("callId", cohort.toString())
                        .put("name", name)
                        .put("email", id + "@post.example"));
    }

    public static Example withdrawal(UUID id, UUID cohort) {
        return Example.of("registration/application-withdrawn.v1")
                .about(id, 2)
                .with(data -> data.put("applicationId", id.toString()).put("callId", cohort.toString()));
    }

    public JsonNode candidate(UUID id) {
        return read("/api/candidates/" + id, "admissions");
    }

    /// What is planned, and nothing of how far it has come.
    public JsonNode plan(UUID cohort) {
        var read = (ObjectNode) read("/api/cohorts/" + cohort, "course-management");
        read.remove("status");
        return read;
    }

    public JsonNode participation(UUID id) {
        return read("/api/participations/" + id, "trainer");
    }

    public RestTestClient.ResponseSpec admit(UUID id, String basis) {
        return decide(id, "admission", Map.of("legalBasis", basis, "reason", "Beispielbegründung"));
    }

    public RestTestClient.ResponseSpec decide(UUID id, String decision, Map<String, String> body) {
        return http.post()
                .uri("/api/candidates/{id}/" + decision, id)
                .headers(as("admissions"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange();
    }

    public RestTestClient.ResponseSpec rebase(UUID id, String basis) {
        return decide(
                id, "legal-basis", Map.of("legalBasis", basis, "reason", "Beispiel: neue Stelle, Vertrag liegt vor"));
    }

    /// Changes the plan of a cohort as it is now.
    public RestTestClient.ResponseSpec change(UUID cohort, Consumer<ObjectNode> change) {
        var now = http.get()
                .uri("/api/cohorts/{id}", cohort)
                .headers(as("course-management"))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var plan = (ObjectNode) JSON.readTree(now.getResponseBody());
        plan.remove(List.of("id", "status", "closedAt", "cancelledAt", "cancelledBecause"));
        change.accept(plan);
        return http.put()
                .uri("/api/cohorts/{id}", cohort)
                .headers(as("course-management"))
                .header("If-Match", String.valueOf(now.getResponseHeaders().getETag()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(plan.toString())
                .exchange();
    }

    public void cancel(UUID cohort) {
        http.post()
                .uri("/api/cohorts/{id}/cancellation", cohort)
                .headers(as("course-management"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"reason\":\"Beispiel: zu wenige Anmeldungen\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    public UUID enrolled(UUID cohort, String name) {
        var id = applied(cohort, name);
        admit(id, "A").expectStatus().isOk();
        await().untilAsserted(() -> participation(id));
        return id;
    }

    public RestTestClient.ResponseSpec complete(UUID participation, String module, String on) {
        return http.put()
                .uri("/api/participations/{id}/modules/{module}", participation, module)
                .headers(as("trainer"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"completedOn\":\"" + on + "\"}")
                .exchange();
    }

    /// certificate-service has issued a certificate, and cohort-service has heard of it.
    public void certified(UUID id) {
        neighbours.publish(Example.of("certificate/certificate-issued.v1").with("participationId", id.toString()));
        await().until(() -> candidate(id).get("certified").asBoolean());
    }

    public RestTestClient.ResponseSpec takeBack(UUID participation, String module, String reason) {
        return http.post()
                .uri("/api/participations/{id}/modules/{module}/correction", participation, module)
                .headers(as("trainer"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(Map.of("reason", reason)))
                .exchange();
    }

    public JsonNode read(String path, String role) {
        var body = http.get()
                .uri(path)
                .headers(as(role))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    public Consumer<HttpHeaders> as(String role) {
        return headers -> headers.set(HttpHeaders.AUTHORIZATION, staff.bearer(role));
    }
}
