package thami.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The same work among few documents and among many: stored ones, and, apart, ones that wait to be sent. What grows is
/// found here.
///
/// Two relays, each with a database and a topic of its own, are filled and warm before the first leg of either; the one
/// that is not measured is held.
final class ScaleSection implements Section {

    static final String FEW = "few";
    static final String MANY = "many";

    /// Of a service's own: the broker lets it write nowhere else.
    private static final Map<String, String> TOPICS = Map.of(FEW, "cohort.cohorts.v1", MANY, "cohort.intakes.v1");

    private static final int FEW_DOCUMENTS = 10_000;
    private static final int MANY_INDEXED = 1_000_000;
    private static final int MANY_EMBEDDED = 100_000; // its indexes are in memory
    private static final int SAVED = 6_000;
    private static final int LEFT = 2_000;

    /// Most of few. Of many it is less than the sweeper reads at once: some legs have such a reading in them and most
    /// have none.
    private static final int AMONG = 8_000;

    /// By how many legs were run that do not count. After fewer, with compilers at 5 %, legs among few still became
    /// quicker.
    private static final Warmth WARM = new Warmth(12, 30);

    /// A service looks every two seconds.
    private static final String EVERY = "200ms";

    /// One of so many looks begins with the first there is, and takes longer: each leg has one of these.
    private static final int LOOKS = 30;

    /// After so many looks none passes any more what was sent before the leg.
    private static final int REST = 55;

    /// What there are many of.
    private enum Kind {
        STORED("scale", "scale-stored") {
            @Override
            void fill(Worker relay, int documents) throws IOException {
                relay.ask("store " + documents);
            }

            @Override
            void wake(Worker relay) throws IOException {
                relay.ask("more 1000");
                relay.ask("sweep " + REST);
            }

            @Override
            int measure(Worker relay, int documents, Map<String, Double> figures) throws IOException {
                figures.put("sweep", relay.ask("sweep " + LOOKS).getOrDefault("millis", Double.NaN));
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
            void wake(Worker relay) throws IOException {
                relay.ask("among 500");
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

        /// Connections, what was paged out while it was held, and what is left of the leg before.
        abstract void wake(Worker relay) throws IOException;

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
        facts.put("few and many", FEW_DOCUMENTS + " and " + many + " when a leg begins");
        facts.put("a look at what waits", "every " + EVERY);
        if (indexed)
            facts.put("before the first leg", "the store has written out what was filled in, or 5 minutes are over");
        if (kind == Kind.STORED) facts.put("looks in a leg", LOOKS + " after " + REST + " that do not count");
        facts.put("the side that is not measured", "held");
        facts.put("what is lost", "found by ids, the topic read back");
        facts.put("warm", WARM.rule("%d legs that do not count") + ", but after 12; for each size");
        Results.addConditions(facts, run.options());
        var file = run.legs(kind.file);
        file.open(facts);
        var campaign = new Campaign(file, List.of(MANY, FEW), run.options().pairs(), deadline);
        if (campaign.missing() <= 0) return true;
        System.out.println(kind.file);
        try (var parts = Parts.start(run);
                var relayOfFew = relay(run, parts, FEW);
                var relayOfMany = relay(run, parts, MANY)) {
            var fewer = new Size(kind, parts, relayOfFew, FEW_DOCUMENTS);
            var more = new Size(kind, parts, relayOfMany, many);
            relayOfMany.hold();
            fewer.warm();
            more.warm();
            if (indexed) GivenStore.settle();
            campaign.run((pair, side) -> (side.equals(FEW) ? fewer : more).leg(run, pair, side));
        }
        return campaign.missing() <= 0;
    }

    private static Worker relay(Run run, Parts parts, String side) throws IOException {
        var environment = new LinkedHashMap<>(parts.environment());
        environment.put("THAMI_DELIVERY_SWEEPEVERY", EVERY);
        environment.put("BENCH_DATABASE", "bench-relay-" + side);
        environment.put("BENCH_TOPIC", Objects.requireNonNull(TOPICS.get(side)));
        var relay = Worker.start(run.children(), "relay-ours", RelaySection.JVM, environment);
        relay.ask("relay 5000"); // empties it of what a run that was killed has left
        return relay;
    }

    /// A relay and how many documents it has when a leg begins.
    private record Size(Kind kind, Parts parts, Worker relay, int documents) {

        /// Does what a leg does, until the virtual machines that it is about have compiled it.
        void warm() throws IOException {
            relay.goOn();
            kind.fill(relay, documents);
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
            relay.ask("tidy");
            relay.hold();
        }

        Leg leg(Run run, int pair, String side) throws IOException {
            relay.goOn();
            try {
                relay.ask("tidy");
                kind.fill(relay, documents);
                kind.wake(relay);
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
                return Results.leg(run.options(), pair, side, figures, 0, used, unsent + RelaySection.lost(kept));
            } finally {
                relay.hold();
            }
        }
    }
}
