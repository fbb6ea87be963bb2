package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import thami.testing.Contract;
import thami.testing.StaffProvider.Person;
import tools.jackson.databind.JsonNode;

/// Two at once, fifty at once, a crash in between, a withdrawal in the same moment.
class ReleasingUnderFireTest extends WholeService {

    @Autowired
    private Entitlements entitlements;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Calendar calendar;

    @Test
    void twoReleasesAtOnceMakeOneCertificateWithOneNumber() throws Exception {
        var participation = ready("Ada Doppelt");
        var sha256 = prepared(participation).get("sha256").asString();

        var answers = atOnce(
                6,
                () -> release(participation, sha256, certification())
                        .expectStatus()
                        .isCreated()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(issuedFor(participation))
                .singleElement()
                .satisfies(Contract.of("certificate/certificate-issued.v1")::validates);
    }

    @Test
    void ofTwoPeopleWhoReleaseOneIsToldThatTheOtherWasFirst() throws Exception {
        var participation = ready("Ada Zuzweit");
        var sha256 = prepared(participation).get("sha256").asString();
        var second = staff.bearer(Person.of("certification-2", "certification"));

        release(participation, sha256, certification()).expectStatus().isCreated();
        release(participation, sha256, second).expectStatus().isEqualTo(409);

        assertThat(issuedFor(participation)).hasSize(1);
    }

    @Test
    void twoPreviewsAtOnceAreTheSameBytes() throws Exception {
        var participation = ready("Ada Vorschau");
        var previews = atOnce(4, () -> prepared(participation));
        assertThat(previews.stream().distinct()).hasSize(1);
    }

    @Test
    void fiftyAtOnceHaveFiftyNumbersAndNobodyElsesName() throws Exception {
        var people = new ArrayList<UUID>();
        for (var i = 0; i < 50; i++) {
            var participation = UUID.randomUUID();
            people.add(participation);
            enrolled(participation, name(i));
            neighbours.publish(completion(participation, 2, MODULES.get(0)));
            neighbours.publish(completion(participation, 3, MODULES.get(1)));
        }
        neighbours.awaitRead(PARTICIPATIONS);

        var jobs = people.stream()
                .map(participation -> (Callable<JsonNode>) () -> releasedPatiently(participation))
                .toList();
        var released = atOnce(jobs);

        var numbers = new HashSet<String>();
        for (var i = 0; i < 50; i++) {
            assertThat(numbers.add(released.get(i).get("number").asString())).isTrue();
            var id = new CertificateId(
                    UUID.fromString(released.get(i).get("certificateId").asString()));
            var text = text(certificates.findById(id).orElseThrow().pdf().bytes());
            assertThat(text)
                    .contains(name(i))
                    .contains(released.get(i).get("number").asString());
            assertThat(text.split("Person", -1))
                    .as("names in the certificate of %s", name(i))
                    .hasSize(2);
        }
    }

    /// As a client does: a busy store is answered with 503, and asking again is harmless.
    private JsonNode releasedPatiently(UUID participation) {
        var preview = patiently(() -> http.post()
                .uri("/api/entitlements/{id}/preview", participation)
                .header("Authorization", certification())
                .exchange());
        return patiently(() -> release(participation, preview.get("sha256").asString(), certification()));
    }

    private static JsonNode patiently(Supplier<RestTestClient.ResponseSpec> request) {
        var answer = await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> request.get().returnResult(JsonNode.class),
                        given -> given.getStatus().value() != 503);
        assertThat(answer.getStatus().is2xxSuccessful()).isTrue();
        return answer.getResponseBody();
    }

    private static String name(int i) {
        return "Person-" + (char) ('A' + i / 26) + (char) ('a' + i % 26) + "-Ende";
    }

    @Test
    void killedBetweenTheReleaseAndItsCertificateItIsIssuedOnceWithTheSameBytes() {
        var participation = ready("Ada Abgebrochen");
        var preview = prepared(participation);
        var sha256 = preview.get("sha256").asString();
        var decided = entitlements.findById(new EntitlementId(participation)).orElseThrow();
        var releasedBy = new Actor(staff.issuer(), "certification");
        decided.release(sha256, releasedBy, calendar.today(), calendar.now());
        entitlements.save(decided); // and nothing more: the process is gone

        var number = CertificateNumber.parse(preview.get("number").asString()).orElseThrow();
        await().untilAsserted(
                        () -> assertThat(certificates.findByNumber(number)).isPresent());

        assertThat(certificates.findByNumber(number).orElseThrow().pdf().sha256())
                .isEqualTo(sha256);
        assertThat(issuedFor(participation)).hasSize(1);
        release(participation, sha256, certification()).expectStatus().isCreated();
        assertThat(issuedFor(participation)).hasSize(1);
    }

    @Test
    void aWithdrawalInTheSameMomentEitherWinsOrComesTooLate() throws Exception {
        for (var round = 0; round < 5; round++) {
            var participation = ready("Ada Rennen " + round);
            var sha256 = prepared(participation).get("sha256").asString();
            var jobs = List.<Callable<Integer>>of(
                    () -> {
                        neighbours.publish(ending(participation, 4));
                        return 0;
                    },
                    () -> release(participation, sha256, certification())
                            .returnResult(String.class)
                            .getStatus()
                            .value());
            var status = atOnce(jobs).get(1);
            neighbours.awaitRead(PARTICIPATIONS);

            var state = entitlement(participation).get("state").asString();
            assertThat(status).isIn(201, 409);
            assertThat(state).isEqualTo(status == 201 ? "RELEASED" : "ENDED");
            assertThat(issuedFor(participation)).hasSize(status == 201 ? 1 : 0);
        }
    }

    @Test
    void changedFactsDiscardThePreview() {
        var participation = ready("Ada Alt");
        var sha256 = prepared(participation).get("sha256").asString();
        neighbours.publish(enrolment(participation, 4, "Ada Neu"));
        neighbours.awaitRead(PARTICIPATIONS);

        release(participation, sha256, certification()).expectStatus().isEqualTo(409);
        assertThat(entitlement(participation).get("state").asString()).isEqualTo("READY");
    }

    private List<thami.testing.Received> issuedFor(UUID participation) {
        return neighbours.received(TOPIC).stream()
                .filter(event -> event.data().get("participationId").asString().equals(participation.toString()))
                .toList();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> job) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, job));
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(jobs)) results.add(future.get());
            return results;
        }
    }
}
