package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import thami.testing.Wire;
import thami.web.Links;

/// The store is not there from the start, and goes away in the middle. Meanwhile the service says that it
/// cannot know, never that it does not know; nothing is lost and nothing put aside.
@Import(Wire.ToTheStore.class)
@TestPropertySource(properties = "thami.testing.store-away-at-start=true")
class StoreAwayTest extends WholeService {

    @Autowired
    private Links links;

    @Autowired
    private Wire wire;

    @Test
    void anOutageIsAnOutageFromTheStartAndInTheMiddle() {
        unavailable(Story.NUMBER.grouped(), UUID.randomUUID());

        wire.mend();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> http.get()
                        .uri("/api/entitlements")
                        .header("Authorization", certification())
                        .exchange()
                        .expectStatus()
                        .isOk());
        var before = ready("Ada Beispiel");
        var number = released(before).get("number").asString();
        var during = UUID.randomUUID();

        wire.cut();
        unavailable(number, before);
        release(before, "ab".repeat(32), certification())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
        enrolled(during, "Bo Beispiel");

        wire.mend();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> entitlement(during));
        assertThat(neighbours.deadLetters(PARTICIPATIONS)).isEmpty();
        http.get().uri("/verify/" + number).exchange().expectStatus().isOk();
    }

    private void unavailable(String number, UUID entitlement) {
        for (var path : List.of(
                "/verify/" + number,
                "/api/certificates/verify/" + number,
                "/certificate/" + links.token("certificate", UUID.randomUUID(), 1),
                "/api/entitlements",
                "/api/entitlements/" + entitlement)) unavailable(path);
    }

    private void unavailable(String path) {
        var body = http.get()
                .uri(path)
                .header("Authorization", path.contains("entitlements") ? certification() : "")
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).as(path).doesNotContain("Kein Zertifikat", "MongoTimeout");
    }
}
