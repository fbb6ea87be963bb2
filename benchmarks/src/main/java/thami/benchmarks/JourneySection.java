package thami.benchmarks;

import static thami.benchmarks.RelaySection.FLOOR;
import static thami.benchmarks.RelaySection.OURS;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/// One person's way through public HTTP, from the application to the certificate's mail, against the counted writes of
/// the same way by the plain drivers.
///
/// Three runs: at half and at a quarter of what each side can do at most, and without the certificate.
final class JourneySection implements Section {

    /// @param share of the side's own saturation
    record Level(String name, double share, boolean withCertificate) {}

    static final List<Level> LEVELS = List.of(
            new Level("journey-50", 0.5, true),
            new Level("journey-25", 0.25, true),
            new Level("journey-ready", 0.5, false));

    private static final int SIDE_BY_SIDE = 12;

    /// By how many people have gone.
    static final Warmth WARM = new Warmth(1_500, 7_000);

    static final String GONE = "%,d people have gone";

    private final String name;
    private final List<Level> levels;

    JourneySection() {
        this("journey", LEVELS);
    }

    private JourneySection(String name, List<Level> levels) {
        this.name = name;
        this.levels = levels;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> files() {
        return levels.stream().map(Level::name).toList();
    }

    /// Each load has half an hour for itself.
    @Override
    public List<Section> parts() {
        return levels.stream()
                .<Section>map(level -> new JourneySection(level.name(), List.of(level)))
                .toList();
    }

    @Override
    public boolean run(Run run) throws Exception {
        var missing = levels.stream()
                .filter(level ->
                        campaign(run, open(run, level), Deadline.ofASection()).missing() > 0)
                .toList();
        if (missing.isEmpty()) return true;
        var deadline = Deadline.ofASection();
        try (var sides = JourneySides.start(run)) {
            var complete = true;
            var warm = new HashSet<String>();
            for (var level : missing) {
                System.out.println(level.name());
                complete &= measure(run, sides, warm, level, deadline);
                deadline = Deadline.ofASection();
            }
            return complete;
        }
    }

    private static Campaign campaign(Run run, LegFile file, Deadline deadline) {
        return new Campaign(file, List.of(OURS, FLOOR), run.options().pairs(), deadline);
    }

    private static LegFile open(Run run, Level level) {
        var facts = Machine.facts();
        facts.put("store", "embedded");
        facts.put("processes", "each part and each service one; floor: one beside broker and store");
        facts.put("load", "%.0f %% of own saturation".formatted(level.share() * 100));
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        facts.put("warm", WARM.rule(GONE));
        Results.addConditions(facts, run.options());
        var file = run.legs(level.name());
        file.open(facts);
        return file;
    }

    /// @param warm which sides are, since they were started
    /// @param deadline of starting and warming up too
    private static boolean measure(Run run, JourneySides sides, Set<String> warm, Level level, Deadline deadline)
            throws Exception {
        var file = run.legs(level.name());
        for (var side : List.of(OURS, FLOOR)) {
            var known = rate(run, file, side, level) > 0;
            if (known && warm.contains(side)) continue; // none is where a run was cut off before
            var perSecond = saturated(run, sides, level, side, deadline);
            if (deadline.isOver()) return false; // it may not be warm yet
            warm.add(side);
            if (!known) file.append(Leg.of(0, side, Map.of("saturation", perSecond), null));
        }
        return campaign(run, file, deadline).run((pair, side) -> leg(run, sides, level, file, pair, side));
    }

    /// What the side can do at most is found out once and noted as pair 0.
    private static double rate(Run run, LegFile file, String side, Level level) {
        var saturation = file.legs().stream()
                .filter(leg -> leg.pair() == 0 && leg.side().equals(side))
                .mapToDouble(leg -> leg.figure("saturation"))
                .findFirst()
                .orElse(0);
        return run.options().rate() > 0 && saturation > 0 ? run.options().rate() : saturation * level.share();
    }

    /// So many people side by side that the processors are never idle: each begins when another has arrived.
    ///
    /// @return how many people a second arrived, once the side was warm
    private static double saturated(Run run, JourneySides sides, Level level, String side, Deadline deadline)
            throws Exception {
        sides.awake(side);
        arrive(sides.way(side, 10), level);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var seconds = (int) run.options().seconds();
            double perSecond;
            Measuring.Used used;
            do {
                var before = sides.gone(side);
                var measuring = new Measuring(sides.pids(side));
                perSecond = closed(sides, level, side, people, seconds);
                used = measuring.end();
                System.out.printf(
                        "  %-6s %d went, %.1f per second, %.0f ms of CPU each, compilers %.0f %%%n",
                        side,
                        sides.gone(side),
                        perSecond,
                        used.together() / (sides.gone(side) - before),
                        used.compilersShare() * 100);
            } while (!WARM.isReached(sides.gone(side), used) && !deadline.isOver());
            return perSecond;
        } finally {
            sides.hold(side);
        }
    }

    private static double closed(
            JourneySides sides, Level level, String side, java.util.concurrent.ExecutorService people, int seconds)
            throws Exception {
        var arrived = new AtomicInteger();
        var began = System.nanoTime();
        var end = began + TimeUnit.SECONDS.toNanos(seconds);
        var way = sides.way(side, 400);
        var all = java.util.stream.IntStream.range(0, SIDE_BY_SIDE)
                .mapToObj(_ -> people.submit(() -> {
                    while (System.nanoTime() < end) if (arrives(way.next(), level)) arrived.incrementAndGet();
                    return null;
                }))
                .toList();
        for (var one : all) one.get();
        return arrived.get() / ((System.nanoTime() - began) / 1e9);
    }

    /// Who is refused is told of, and does not count.
    private static boolean arrives(Person person, Level level) throws InterruptedException {
        try {
            person.goTheWay(level.withCertificate());
            return true;
        } catch (IOException refused) {
            Failures.note(refused);
            return false;
        }
    }

    private static Leg leg(Run run, JourneySides sides, Level level, LegFile file, int pair, String side)
            throws Exception {
        var rate = rate(run, file, side, level);
        var arrivals =
                Arrivals.poisson(rate, run.options().seconds(), run.options().seed() + pair);
        sides.awake(side);
        try {
            var way = sides.way(side, arrivals.count() + 100);
            warm(way, level, rate);
            Queue<Trip> trips = new ConcurrentLinkedQueue<>();
            var commands = sides.storeCommands(side);
            var requests = sides.requests();
            var measuring = new Measuring(sides.pids(side));
            var outcome = OpenLoop.run(
                    arrivals,
                    Duration.ofSeconds(40),
                    (_, intended) -> trips.add(new Trip(intended, way.next().goTheWay(level.withCertificate()))));
            var used = measuring.end();
            var people = trips.size();
            var figures = new LinkedHashMap<String, Double>();
            figures.put("people", (double) people);
            figures.put("rate", rate);
            figures.put("CPU together", used.together() / people);
            figures.put("compilers", used.compilers() / people);
            var mailed = Latencies.histogram();
            trips.forEach(trip -> mailed.recordValue((trip.times.mailed() - trip.intended) / 1000));
            figures.put("p50", mailed.getValueAtPercentile(50) / 1000.0);
            figures.put("p99", mailed.getValueAtPercentile(99) / 1000.0);
            used.used().forEach((name, millis) -> figures.put("CPU " + name, millis / people));
            figures.put("requests", (sides.requests() - requests) / (double) people);
            var after = sides.storeCommands(side);
            figures.put("store commands", (after[0] - commands[0]) / people);
            figures.put("writes", (after[1] - commands[1]) / people);
            figures.put("late", outcome.lateness().getValueAtPercentile(99) / 1000.0);
            figures.put("stolen", used.stolenPercent());
            figures.put("others", used.strangersPercent());
            var leg = Results.leg(run.options(), pair, side, figures, figures.get("late"), used, outcome.unfinished());
            if (leg.counts()) keep(Latencies.beside(file), leg, trips, mailed);
            return leg;
        } finally {
            sides.hold(side);
        }
    }

    private record Trip(long intended, Person.Times times) {}

    /// One that arrives shows that everybody is awake again; then some seconds of the load itself.
    private static void warm(JourneySides.Way way, Level level, double rate) throws Exception {
        arrive(way, level);
        OpenLoop.run(
                Arrivals.uniform(rate, 4),
                Duration.ofSeconds(30),
                (_, _) -> way.next().goTheWay(level.withCertificate()));
    }

    private static void arrive(JourneySides.Way way, Level level) throws Exception {
        for (var attempts = 0; ; attempts++) {
            try {
                way.next().goTheWay(level.withCertificate());
                break;
            } catch (IOException | IllegalStateException notYet) { // connections that ended while they were frozen
                if (attempts == 5) throw notYet;
            }
        }
    }

    private static void keep(Latencies latencies, Leg leg, Queue<Trip> trips, Histogram mailed) {
        var hops = new LinkedHashMap<String, Histogram>();
        for (var name : List.of("accepted", "visible", "admitted", "complete", "ready", "released"))
            hops.put(name, Latencies.histogram());
        hops.put("mailed", mailed);
        for (var trip : trips) {
            var times = trip.times;
            record(hops, "accepted", trip.intended, times.accepted());
            record(hops, "visible", times.accepted(), times.visible());
            record(hops, "admitted", times.visible(), times.admitted());
            record(hops, "complete", times.admitted(), times.complete());
            record(hops, "ready", times.complete(), times.ready());
            record(hops, "released", times.ready(), times.released());
        }
        hops.forEach((name, histogram) -> latencies.append(leg.pair(), leg.side(), name, histogram));
    }

    private static void record(Map<String, Histogram> hops, String name, long from, long to) {
        var hop = hops.get(name);
        if (hop != null) hop.recordValue(Math.max(0, (to - from) / 1000));
    }
}
