package thami.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import thami.launcher.demo.SamplePerson;

/// Pages and API as people and programs ask for them, one after the other at a fixed rate; and before them a server
/// that does nothing, at four times the rate, so that the generator is known to be no limit here.
final class PagesSection implements Section {

    static final String NOTHING = "a server that does nothing at four times the rate";
    private static final double RATE = 20;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var rate = run.options().rate() > 0 ? run.options().rate() : RATE;
        var facts = Machine.facts();
        facts.put("store", "embedded");
        facts.put("requests per second", Figures.of(rate));
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var deadline = Deadline.ofASection();
        try (var system = new LocalSystem(run);
                var _ = Sink.start(system.port("smtp"));
                var client = new Person.Client();
                var nothing = new Nothing()) {
            system.startSeparately();
            var requests = requests(system);
            requests.putFirst(NOTHING, request(nothing.url(), ""));
            for (var request : requests.entrySet())
                if (!request.getKey().equals(NOTHING)) loop(client, request.getValue(), rate, 10, run); // compiled
            var rounds = new Rounds(
                    file, List.copyOf(requests.keySet()), run.options().pairs(), deadline);
            rounds.run((round, row) ->
                    leg(run, file, system, client, round, row, Objects.requireNonNull(requests.get(row)), rate));
            return rounds.isComplete();
        }
    }

    private static Leg leg(
            Run run,
            LegFile file,
            LocalSystem system,
            Person.Client client,
            int round,
            String row,
            HttpRequest request,
            double rate)
            throws Exception {
        var pids = new LinkedHashMap<>(system.pids());
        pids.put("generator", ProcessHandle.current().pid());
        var factor = row.equals(NOTHING) ? 4 : 1;
        var measuring = new Measuring(pids);
        var answered = loop(client, request, rate * factor, run.options().seconds(), run);
        var used = measuring.end();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("p50", answered.latency.getValueAtPercentile(50) / 1000.0);
        figures.put("p99", answered.latency.getValueAtPercentile(99) / 1000.0);
        figures.put("CPU together", used.together() / answered.latency.getTotalCount());
        figures.put("late", answered.outcome.lateness().getValueAtPercentile(99) / 1000.0);
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        var leg = Results.leg(
                run.options(), round, row, figures, figures.get("late"), used, answered.outcome.unfinished());
        if (leg.counts()) Latencies.beside(file).append(round, row, "answered", answered.latency);
        return leg;
    }

    private record Answered(OpenLoop.Outcome outcome, Histogram latency) {}

    private static Answered loop(Person.Client client, HttpRequest request, double rate, double seconds, Run run)
            throws InterruptedException {
        var latency = Latencies.histogram();
        var arrivals = Arrivals.poisson(rate, seconds, run.options().seed());
        var outcome = OpenLoop.run(arrivals, Duration.ofSeconds(20), (_, intended) -> {
            var answer = client.send(request);
            if (answer.statusCode() != 200) throw new IOException(request.uri() + " " + answer.statusCode());
            latency.recordValue((System.nanoTime() - intended) / 1000);
        });
        return new Answered(outcome, latency);
    }

    private static SequencedMap<String, HttpRequest> requests(LocalSystem system) throws IOException {
        var story = system.story(Duration.ofSeconds(60));
        var call = story.openCall(25);
        var person = story.apply(call.id(), SamplePerson.ALL.getFirst().inRun(UUID.randomUUID()), UUID.randomUUID());
        story.admit(person, "B");
        call.modules().forEach(module -> story.complete(person, module));
        var certificate = story.release(person);
        var url = system.url();
        var all = new LinkedHashMap<String, HttpRequest>();
        all.put("GET / (entrance alone)", request(url + "/", ""));
        all.put("GET /apply", request(url + "/apply", ""));
        all.put("GET /apply/{call}", request(url + "/apply/" + call.id(), ""));
        all.put("GET /verify/{number}", request(url + "/verify/" + certificate.number(), ""));
        all.put(
                "GET /status/{link}",
                request(url + URI.create(person.statusPage()).getPath(), ""));
        all.put("GET /api/calls", request(url + "/api/calls", ""));
        all.put(
                "GET /api/certificates/verify/{number}",
                request(url + "/api/certificates/verify/" + certificate.number(), ""));
        all.put(
                "GET /api/candidates/{id} (staff)",
                request(url + "/api/candidates/" + person.id(), story.token("admissions")));
        all.put(
                "GET /api/entitlements/{id} (staff)",
                request(url + "/api/entitlements/" + person.id(), story.token("certification")));
        return all;
    }

    private static HttpRequest request(String url, String token) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request.header("Accept", url.contains("/api/") ? "application/json" : "text/html")
                .build();
    }

    /// Answers 200 and nothing else.
    static final class Nothing implements AutoCloseable {

        private final HttpServer server;

        Nothing() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
