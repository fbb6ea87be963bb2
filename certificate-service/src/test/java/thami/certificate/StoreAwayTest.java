package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import thami.testing.Outage;
import thami.testing.Wire;
import thami.web.Links;

/// The store is not there from the start, and goes away or hangs in the middle. Meanwhile the service says that it
/// cannot know, never that it does not know; nothing is lost and nothing put aside.
@Import(Wire.ToTheStore.class)
@TestPropertySource(properties = "thami.testing.store-away-at-start=true")
class StoreAwayTest extends WholeService {

    @Autowired
    private Links links;

    @Autowired
    private Wire wire;

    @Test
    void anOutageIsAnOutageFromTheStartAndInTheMiddle() throws Exception {
        assertUnavailable(questions(Story.NUMBER.grouped(), UUID.randomUUID()));

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

        for (var trouble : List.<Consumer<Wire>>of(Wire::cut, Wire::hang)) assertOutage(trouble, before, number);
    }

    private void assertOutage(Consumer<Wire> trouble, UUID before, String number) throws Exception {
        var during = UUID.randomUUID();

        trouble.accept(wire);
        enrolled(during, "Bo Beispiel");
        var requests = new ArrayList<>(questions(number, before));
        requests.add(() -> release(before, "ab".repeat(32), certification()));
        assertUnavailable(requests);

        wire.mend();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> entitlement(during));
        assertThat(neighbours.deadLetters(PARTICIPATIONS)).isEmpty();
        http.get().uri("/verify/" + number).exchange().expectStatus().isOk();
    }

    private List<Callable<ResponseSpec>> questions(String number, UUID entitlement) {
        return Stream.of(
                        "/verify/" + number,
                        "/api/certificates/verify/" + number,
                        "/certificate/" + links.token("certificate", UUID.randomUUID(), 1),
                        "/api/entitlements",
                        "/api/entitlements/" + entitlement)
                .<Callable<ResponseSpec>>map(path -> () -> question(path))
                .toList();
    }

    private ResponseSpec question(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", path.contains("entitlements") ? certification() : "")
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .exchange();
    }

    private static void assertUnavailable(List<Callable<ResponseSpec>> requests) throws Exception {
        assertThat(Outage.assertUnavailable(requests))
                .allSatisfy(body -> assertThat(body).doesNotContain("Kein Zertifikat", "MongoTimeout", "MongoSocket"));
    }
}
