package thami.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same work among few documents and among many: stored ones, and, apart, ones that wait to be sent. What grows is
/// found here.
///
/// The sizes come one after the other, not in turn: filling takes longer than measuring. So each begins warm, and their
/// legs are no pairs.
final class ScaleSection implements Section {

    static final int FEW = 10_000;
    private static final int MANY_INDEXED = 1_000_000;
    private static final int MANY_EMBEDDED = 100_000; // its indexes are in memory
    private static final int SAVED = 2_000;
    private static final int LEFT = 2_000;

    /// Most of what the sweeper reads of a backlog at once: so the reading weighs what it always does.
    private static final int AMONG = 8_000;

    /// By how many legs were run that do not count. After fewer, with compilers at 5 %, legs among few still became
    /// quicker.
    private static final Warmth WARM = new Warmth(12, 30);

    /// A leg has some twenty looks so. A service looks every two seconds.
    private static final String LOOKS = "200ms";

    /// What there are many of.
    private enum Kind {
        STORED("scale", "scale-stored") {
            @Override
            void fill(Worker relay, int documents) throws IOException {
                relay.ask("store " + documents);
            }

            @Override
            int measure(Worker relay, int documents, Map<String, Double> figures) throws IOException {
                figures.put("sweep", relay.ask("sweep 5").getOrDefault("millis", Double.NaN));
                var saved = relay.ask("more " + SAVED);
                figures.put("saved and relayed", SAVED / saved.getOrDefault("seconds", Double.NaN));
                figures.put("save p50", saved.getOrDefault("save-p50", Double.NaN));
                figures.put("save p99", saved.getOrDefault("save-p99", Double.NaN));
                figures.put("drained", LEFT / relay.ask("drain " + LEFT).getOrDefault("seconds", Double.NaN));
                return 0;
            }
        },
        PENDING("pending", "scale-pending") {
            @Override
            void fill(Worker relay, int documents) throws IOException {
                relay.ask("leave " + documents);
            }

            @Override
            int measure(Worker relay, int documents, Map<String, Double> figures) throws IOException {
                figures.put("pending", relay.ask("leave " + documents).getOrDefault("pending", Double.NaN));
                var drained = relay.ask("among " + AMONG);
                figures.put("drained", AMONG / drained.getOrDefault("seconds", Double.NaN));
                figures.put("save p50", drained.getOrDefault("save-p50", Double.NaN));
                figures.put("save p99", drained.getOrDefault("save-p99", Double.NaN));
                figures.put("heap", drained.getOrDefault("heap", Double.NaN));
                return drained.getOrDefault("unsent", 0.0).intValue();
            }
        };

        private final String file;

        /// Its name where it is measured alone.
        private final String alone;

        Kind(String file, String alone) {
            this.file = file;
            this.alone = alone;
        }

        abstract void fill(Worker relay, int documents) throws IOException;

        /// @return how many were not sent in time; what is lost is found by reading back
        abstract int measure(Worker relay, int documents, Map<String, Double> figures) throws IOException;
    }

    private final String name;
    private final List<Kind> kinds;

    ScaleSection() {
        this("scale", List.of(Kind.values()));
    }

    private ScaleSection(String name, List<Kind> kinds) {
        this.name = name;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> files() {
        return kinds.stream().map(kind -> kind.file).toList();
    }

    /// Each kind has half an hour for itself.
    @Override
    public List<Section> parts() {
        return kinds.stream()
                .<Section>map(kind -> new ScaleSection(kind.alone, List.of(kind)))
                .toList();
    }

    @Override
    public boolean run(Run run) throws Exception {
        var complete = true;
        for (var kind : kinds) complete &= measure(run, kind, Deadline.ofASection());
        return complete;
    }

    private static boolean measure(Run run, Kind kind, Deadline deadline) throws Exception {
        var indexed = run.givenStore().isPresent();
        var many = indexed ? MANY_INDEXED : MANY_EMBEDDED;
        var facts = Machine.facts();
        facts.put("store", indexed ? "given by THAMI_MONGODB_URI, indexed" : "embedded: indexes in memory");
        facts.put("few and many", FEW + " and " + many);
        facts.put("a look at what waits", "every " + LOOKS);
        if (indexed)
            facts.put("before the first leg", "the store has written out what was filled in, or 5 minutes are over");
        facts.put("what is lost", "found by ids, the topic read back");
        facts.put("warm", WARM.rule("%d legs that do not count") + ", but after 12; for each size");
        Results.addConditions(facts, run.options());
        var file = run.legs(kind.file);
        file.open(facts);
        var fewer = new Rounds(file, List.of("few"), run.options().pairs(), deadline);
        var more = new Rounds(file, List.of("many"), run.options().pairs(), deadline);
        if (fewer.isComplete() && more.isComplete()) return true;
        System.out.println(kind.file);
        try (var parts = Parts.start(run);
                var relay = Worker.start(run.children(), "relay-ours", RelaySection.JVM, environment(parts))) {
            empty(relay); // of what a run that was killed has left
            measure(run, kind, fewer, parts, relay, FEW);
            measure(run, kind, more, parts, relay, many);
        }
        return fewer.isComplete() && more.isComplete();
    }

    private static Map<String, String> environment(Parts parts) {
        var environment = new LinkedHashMap<>(parts.environment());
        environment.put("THAMI_DELIVERY_SWEEPEVERY", LOOKS);
        return environment;
    }

    private static void measure(Run run, Kind kind, Rounds rounds, Parts parts, Worker relay, int documents)
            throws Exception {
        if (rounds.isComplete() || rounds.deadline().isOver()) return;
        kind.fill(relay, documents);
        if (run.givenStore().isPresent()) GivenStore.settle();
        warm(kind, parts, relay, documents);
        if (documents == FEW) {
            empty(relay); // warming up has made many of few
            kind.fill(relay, documents);
        }
        rounds.run((number, side) -> leg(run, kind, parts, relay, number, side, documents));
    }

    /// But for some that are done.
    private static void empty(Worker relay) throws IOException {
        relay.ask("relay 5000");
    }

    /// Does what a leg does, until the virtual machines that it is about have compiled it.
    private static void warm(Kind kind, Parts parts, Worker relay, int documents) throws IOException {
        var machines = new LinkedHashMap<>(parts.pids());
        machines.put("relay", relay.pid());
        Measuring.Used used;
        var legs = 0;
        do {
            var measuring = new Measuring(machines);
            kind.measure(relay, documents, new LinkedHashMap<>());
            used = measuring.end();
            relay.ask("compare"); // what was sent meanwhile is no leg's
            System.out.printf("   warming up, compilers %.0f %%%n", used.compilersShare() * 100);
        } while (!WARM.isReached(++legs, used));
    }

    private static Leg leg(Run run, Kind kind, Parts parts, Worker relay, int number, String side, int documents)
            throws Exception {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("relay", relay.pid());
        pids.putAll(parts.pids());
        pids.put("bench", ProcessHandle.current().pid());
        if (run.givenStore().isPresent()) pids.putAll(GivenStore.pids());
        var measuring = new Measuring(pids);
        var figures = new LinkedHashMap<String, Double>();
        var unsent = kind.measure(relay, documents, figures);
        var used = measuring.end();
        var kept = relay.ask("compare");
        figures.put("repeated", kept.getOrDefault("repeated", Double.NaN));
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        return Results.leg(run.options(), number, side, figures, 0, used, unsent + RelaySection.lost(kept));
    }
}
