package thami.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/// The generator itself, with the staff's script and the sink: against a server that answers at once, at four times as
/// many requests a second as any leg of the journey sends. What it cannot do would be measured as the system's.
final class GeneratorSection implements Section {

    static final String SIDE = "a server that answers at once";
    private static final int TIMES = 4;

    /// Nobody has to look twice.
    static final int REQUESTS_OF_A_PERSON = 10;

    private static final double WARM_UP_SECONDS = 30;

    @Override
    public String name() {
        return "generator";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var requests = TIMES * requestsOfTheJourney(run.results());
        var people = run.options().rate() > 0 ? run.options().rate() : requests / REQUESTS_OF_A_PERSON;
        var facts = Machine.facts();
        facts.put("people per second", Figures.of(people));
        facts.put("of the journey's most requests per second", "%d times".formatted(TIMES));
        facts.put("seconds of warm-up", Figures.of(WARM_UP_SECONDS));
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var rounds = new Rounds(file, List.of(SIDE), run.options().pairs(), Deadline.ofASection());
        if (rounds.isComplete()) return true;
        try (var sink = Sink.start(0);
                var client = new Person.Client();
                var server = Worker.start(run.children(), "at-once", RelaySection.JVM, mailing(sink))) {
            var port = server.ask("port").getOrDefault("port", 0.0).intValue();
            var way = JourneySides.unchecked("http://127.0.0.1:" + port, sink, client, new AtomicInteger());
            go(way, Arrivals.uniform(people, WARM_UP_SECONDS), Latencies.histogram());
            rounds.run((number, _) -> leg(run, file, number, way, client, server, people));
        }
        return rounds.isComplete();
    }

    /// The most of any leg that counts, whatever its side.
    static double requestsOfTheJourney(Path results) {
        return JourneySection.LEVELS.stream()
                .map(level -> new LegFile(results.resolve(level.name() + ".csv")))
                .flatMap(file -> file.legs().stream())
                .filter(leg -> leg.pair() > 0 && leg.counts())
                .mapToDouble(leg -> leg.figure("rate") * leg.figure("requests"))
                .max()
                .orElseThrow(
                        () -> new Refused("How much the journey sends is not known: ./thami bench journey first."));
    }

    private static Map<String, String> mailing(Sink sink) {
        return Map.of("THAMI_SMTP", "127.0.0.1:" + sink.port());
    }

    private static Leg leg(
            Run run, LegFile file, int number, JourneySides.Way way, Person.Client client, Worker server, double people)
            throws InterruptedException {
        var arrivals =
                Arrivals.poisson(people, run.options().seconds(), run.options().seed() + number);
        var mailed = Latencies.histogram();
        var before = client.requests();
        var measuring =
                new Measuring(Map.of("generator", ProcessHandle.current().pid(), "server", server.pid()));
        var outcome = go(way, arrivals, mailed);
        var used = measuring.end();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("requests", (client.requests() - before) / run.options().seconds());
        figures.put("rate", people);
        figures.put("late", outcome.lateness().getValueAtPercentile(99) / 1000.0);
        figures.put("p50", mailed.getValueAtPercentile(50) / 1000.0);
        figures.put("p99", mailed.getValueAtPercentile(99) / 1000.0);
        used.used().forEach((name, millis) -> figures.put("CPU " + name, millis / arrivals.count()));
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        // To be late is what it is looked at for, and no reason to leave the leg out.
        var leg = Results.leg(run.options(), number, SIDE, figures, 0, used, outcome.unfinished());
        if (leg.counts()) Latencies.beside(file).append(number, SIDE, "mailed", mailed);
        return leg;
    }

    private static OpenLoop.Outcome go(JourneySides.Way way, Arrivals arrivals, Histogram mailed)
            throws InterruptedException {
        return OpenLoop.run(
                arrivals,
                Duration.ofSeconds(40),
                (_, intended) -> mailed.recordValue((way.next().goTheWay(true).mailed() - intended) / 1000));
    }
}
