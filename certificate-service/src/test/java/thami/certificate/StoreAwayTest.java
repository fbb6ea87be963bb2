package thami.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import thami.web.Links;

/// The store is not there from the start: the service is, and says that it cannot know, never that it does not know.
@Import(StoreAwayTest.NobodyListens.class)
class StoreAwayTest extends WholeService {

    @Autowired
    private Links links;

    @TestConfiguration
    static class NobodyListens {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE) // the last word, after the address that is configured
        MongoClientSettingsBuilderCustomizer nobodyListens() throws IOException {
            try (var freed = new ServerSocket(0)) {
                var nobody = new ServerAddress("127.0.0.1", freed.getLocalPort());
                return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(nobody)).serverSelectionTimeout(300, TimeUnit.MILLISECONDS));
            }
        }
    }

    @Test
    void everyAnswerThatNeedsItIs503() {
        var paths = List.of(
                "/verify/" + Story.NUMBER.grouped(),
                "/api/certificates/verify/" + Story.NUMBER.grouped(),
                "/certificate/" + links.token("certificate", UUID.randomUUID(), 1),
                "/api/entitlements",
                "/api/entitlements/" + UUID.randomUUID());
        for (var path : paths) {
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
}
