package thami.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;

/// The same work among few stored documents and among many: what grows is found here.
///
/// The sizes come one after the other, not in turn: filling takes longer than measuring.
final class ScaleSection implements Section {

    static final int FEW = 10_000;
    private static final int MANY_INDEXED = 1_000_000;
    private static final int MANY_EMBEDDED = 100_000; // its indexes are in memory
    private static final int SAVED = 2_000;
    private static final int LEFT = 2_000;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var indexed = run.givenStore().isPresent();
        var many = indexed ? MANY_INDEXED : MANY_EMBEDDED;
        var facts = Machine.facts();
        facts.put(
                "store",
                indexed ? "given by THAMI_MONGODB_URI, indexed" : "embedded: indexes in memory, so 100,000 at most");
        facts.put("few and many", FEW + " and " + many);
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        if (missing(run, file, "few") + missing(run, file, "many") == 0) return true;
        try (var parts = Parts.start(run);
                var relay = Worker.start(run.children(), "relay-ours", RelaySection.JVM, parts.environment())) {
            relay.ask("relay 5000"); // compiled by now; empty before
            measure(run, file, parts, relay, "few", FEW);
            measure(run, file, parts, relay, "many", many);
        }
        return true;
    }

    private static int missing(Run run, LegFile file, String side) {
        var counted = file.legs().stream()
                .filter(leg -> leg.side().equals(side) && leg.counts())
                .count();
        return Math.max(0, run.options().pairs() - (int) counted);
    }

    private static void measure(Run run, LegFile file, Parts parts, Worker relay, String side, int stored)
            throws Exception {
        if (missing(run, file, side) == 0) return;
        relay.ask("store " + stored);
        var deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        var first = file.legs().stream()
                .filter(leg -> leg.side().equals(side))
                .mapToInt(Leg::pair)
                .max()
                .orElse(0);
        for (var number = first + 1; missing(run, file, side) > 0 && System.nanoTime() < deadline; number++) {
            var leg = leg(run, parts, relay, number, side);
            file.append(leg);
            System.out.printf("  %2d %-5s %s%n", number, side, Figures.line(leg.figures()));
        }
    }

    private static Leg leg(Run run, Parts parts, Worker relay, int number, String side) throws Exception {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("relay", relay.pid());
        pids.putAll(parts.pids());
        pids.put("bench", ProcessHandle.current().pid());
        if (run.givenStore().isPresent()) pids.putAll(GivenStore.pids());
        var measuring = new Measuring(pids);
        var figures = new LinkedHashMap<String, Double>();
        figures.put("sweep", relay.ask("sweep 5").getOrDefault("millis", Double.NaN));
        var saved = relay.ask("more " + SAVED);
        figures.put("saved and relayed", SAVED / saved.getOrDefault("seconds", Double.NaN));
        figures.put("save p50", saved.getOrDefault("save-p50", Double.NaN));
        figures.put("save p99", saved.getOrDefault("save-p99", Double.NaN));
        figures.put("drained", LEFT / relay.ask("drain " + LEFT).getOrDefault("seconds", Double.NaN));
        var used = measuring.end();
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        var lost = SAVED - saved.getOrDefault("acknowledged", 0.0).intValue();
        return Results.leg(run.options(), number, side, figures, 0, used, Math.max(0, lost));
    }
}
