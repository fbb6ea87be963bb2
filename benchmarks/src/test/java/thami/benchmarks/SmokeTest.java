package thami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One section from the sending to the page, against a server that does nothing.
class SmokeTest {

    @TempDir
    private Path root;

    @Test
    void whatWasAnsweredIsKeptAndPrinted() throws Exception {
        var file = new LegFile(root.resolve("benchmarks/results/pages.csv"));
        file.open(new LinkedHashMap<>(Map.of("machine", "this one")));
        var latency = Latencies.histogram();

        try (var nothing = new PagesSection.Nothing();
                var client = new Person.Client()) {
            var request = HttpRequest.newBuilder(URI.create(nothing.url())).build();
            var outcome = OpenLoop.run(Arrivals.uniform(200, 0.25), Duration.ofSeconds(20), (_, intended) -> {
                client.send(request);
                latency.recordValue((System.nanoTime() - intended) / 1000);
            });
            assertThat(outcome.unfinished()).isZero();
            assertThat(client.requests()).isEqualTo(50);
        }
        var figures = Map.of("p50", latency.getValueAtPercentile(50) / 1000.0);
        file.append(Leg.of(1, PagesSection.NOTHING, figures, null));
        Latencies.beside(file).append(1, PagesSection.NOTHING, "answered", latency);
        new PerformancePage(root).write();

        assertThat(Latencies.beside(file).of(PagesSection.NOTHING, "answered").getTotalCount())
                .isEqualTo(50);
        assertThat(Files.readString(root.resolve("docs/performance.md")))
                .contains("| " + PagesSection.NOTHING + " | " + Figures.of(figures.get("p50")) + " |")
                .contains("Not measured yet: `./thami bench relay`.");
    }

    @Test
    void theSinkKnowsWhenTheLastMailWasTaken() throws Exception {
        try (var sink = Sink.start(0)) {
            var before = System.nanoTime();
            var mails = sink.expect("p@example.org", 2);

            try (var post = thami.benchmarks.floor.Post.to("127.0.0.1:" + sink.port())) {
                post.send("p@example.org", "Eingang");
                post.send("p@example.org", "Zusage");
            }

            assertThat(mails.await(5)).isGreaterThan(before);
            assertThat(sink.copies()).isZero();
        }
    }
}
