package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    @TempDir
    private Path folder;

    @Test
    void theServerThatAnswersAtOnceTakesPeopleTheirWholeWay() throws Exception {
        try (var sink = Sink.start(0);
                var client = new Person.Client();
                var server = Worker.start(
                        new Children(folder), "at-once", List.of(), Map.of("THAMI_SMTP", "127.0.0.1:" + sink.port()))) {
            var port = server.ask("port").get("port").intValue();
            var way = JourneySides.unchecked("http://127.0.0.1:" + port, sink, client, new AtomicInteger());

            way.next().goTheWay(true);

            assertThat(client.requests()).isEqualTo(GeneratorSection.REQUESTS_OF_A_PERSON);
        }
    }

    @Test
    void itsRateComesFromTheLegOfTheJourneyThatSendsMost() {
        var file = new LegFile(folder.resolve("journey-ready.csv"));
        file.open(new LinkedHashMap<>());
        file.append(leg(0, 99, null));
        file.append(leg(1, 10, null));
        file.append(leg(2, 20, null));
        file.append(leg(3, 30, "1 lost"));

        assertThat(GeneratorSection.requestsOfTheJourney(folder)).isEqualTo(20 * 12);
    }

    @Test
    void withoutAJourneyThereIsNoRate() {
        assertThatThrownBy(() -> GeneratorSection.requestsOfTheJourney(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("./thami bench journey");
    }

    private static Leg leg(int pair, double rate, String voidBecause) {
        return Leg.of(pair, "floor", Map.of("rate", rate, "requests", 12.0), voidBecause);
    }
}
