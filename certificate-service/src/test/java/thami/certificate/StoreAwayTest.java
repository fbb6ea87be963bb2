package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import thami.testing.Wire;
import thami.web.Links;

/// The store goes away in the middle and comes back. Meanwhile the service says that it cannot know, never that it does
/// not know; nothing is lost and nothing put aside.
@Import(Wire.ToTheStore.class)
class StoreAwayTest extends WholeService {

    @Autowired
    private Links links;

    @Autowired
    private Wire wire;

    @Test
    void anOutageIsAnOutage() {
        var before = ready("Ada Beispiel");
        var number = released(before).get("number").asString();
        var after = UUID.randomUUID();

        wire.cut();
        for (var path : List.of(
                "/verify/" + number,
                "/verify/" + Story.NUMBER.grouped(),
                "/api/certificates/verify/" + number,
                "/certificate/" + links.token("certificate", UUID.randomUUID(), 1),
                "/api/entitlements",
                "/api/entitlements/" + before)) unavailable(path);
        release(before, "ab".repeat(32), certification())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
        enrolled(after, "Bo Beispiel");

        wire.mend();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> entitlement(after));
        assertThat(neighbours.deadLetters(PARTICIPATIONS)).isEmpty();
        http.get().uri("/verify/" + number).exchange().expectStatus().isOk();
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
