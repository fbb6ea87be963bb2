package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What the running system holds: idle, under load, and when all is done. What stays on the heap after a full
/// collection must not grow with the people who have come by.
///
/// One run from beginning to end: what was cut off begins anew.
final class MemorySection implements Section {

    static final String IDLE = "idle";
    static final String LOADED = "loaded";
    static final String DRAINED = "drained";
    private static final double PEOPLE_PER_SECOND = 2;
    private static final Duration QUIET = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var rate = run.options().rate() > 0 ? run.options().rate() : PEOPLE_PER_SECOND;
        var facts = Machine.facts();
        facts.put("JVM", "as ./thami start: C1 alone, serial collector, platform in one process; mails to our sink");
        facts.put("people", "%s per second".formatted(Figures.of(rate)));
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        facts.put("PSS under load", "in the middle of a leg");
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        var rounds = new Rounds(file, List.of(LOADED), run.options().pairs(), Deadline.ofASection());
        if (file.facts().equals(facts)
                && file.legs().stream().anyMatch(leg -> leg.side().equals(DRAINED))) return rounds.isComplete();
        Files.deleteIfExists(file.path());
        file.open(facts);
        var system = LocalSystem.asStarted(run);
        system.with("THAMI_SMTP", "127.0.0.1:" + system.port("smtp"));
        try (system;
                var sink = Sink.start(system.port("smtp"))) {
            system.start();
            file.add(rest(run, system, IDLE));
            rounds.run((number, _) -> load(run, system, sink, number, rate));
            file.add(rest(run, system, DRAINED));
        }
        return rounds.isComplete();
    }

    private static Leg rest(Run run, LocalSystem system, String side) throws Exception {
        var measuring = new Measuring(system.pids());
        Thread.sleep(QUIET);
        return leg(run, system, 1, side, measuring.end(), held(system), 0, 0);
    }

    private static Leg load(Run run, LocalSystem system, Sink sink, int number, double rate) throws Exception {
        try (var client = new Person.Client()) {
            var arrivals = Arrivals.poisson(
                    rate, run.options().seconds(), run.options().seed() + number);
            // signed in anew for each leg: half an hour is longer than a token lives
            var way = JourneySides.through(system, sink, client, new AtomicInteger(), arrivals.count());
            var measuring = new Measuring(system.pids());
            var held = CompletableFuture.supplyAsync(() -> held(system), inTheMiddle(run));
            var outcome = OpenLoop.run(
                    arrivals, Duration.ofSeconds(40), (_, _) -> way.next().goTheWay(true));
            var late = outcome.lateness().getValueAtPercentile(99) / 1000.0;
            return leg(run, system, number, LOADED, measuring.end(), held.get(), late, outcome.unfinished());
        }
    }

    /// While people go their way: when the last has arrived, some of it may have been given back.
    private static Executor inTheMiddle(Run run) {
        return CompletableFuture.delayedExecutor((long) (run.options().seconds() * 500), TimeUnit.MILLISECONDS);
    }

    private static SequencedMap<String, Double> held(LocalSystem system) {
        var held = new LinkedHashMap<String, Double>();
        system.pids().forEach((process, pid) -> held.put("PSS " + process, proportional(pid)));
        held.put("PSS together", held.values().stream().mapToDouble(it -> it).sum());
        return held;
    }

    private static Leg leg(
            Run run,
            LocalSystem system,
            int number,
            String side,
            Measuring.Used used,
            Map<String, Double> held,
            double late,
            int lost)
            throws IOException, InterruptedException {
        var figures = new LinkedHashMap<>(held);
        for (var process : system.pids().entrySet())
            figures.put("heap " + process.getKey(), Heap.afterCollection(process.getValue()));
        figures.put("others", used.strangersPercent());
        figures.put("late", late);
        return Results.leg(run.options(), number, side, figures, late, used, lost);
    }

    /// The process's share of memory in MiB: what it has alone, and its part of what it shares.
    private static double proportional(long pid) {
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(pid)))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
