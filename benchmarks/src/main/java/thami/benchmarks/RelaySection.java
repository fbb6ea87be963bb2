package thami.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The outbox of one service alone: save, relay to the broker, forget; against insert, produce and pull by the plain
/// drivers in the same shape.
final class RelaySection implements Section {

    static final String OURS = "ours";
    static final String FLOOR = "floor";
    static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Duser.timezone=UTC");

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var facts = Machine.facts();
        var documents = (int) (run.options().seconds() * 200);
        facts.put("store", run.givenStore().isPresent() ? "given by THAMI_MONGODB_URI" : "embedded");
        facts.put("shape", "16 writers, 16 lanes, linger 0, acks all, w majority");
        facts.put("documents per leg", String.valueOf(documents));
        facts.put("JVM", String.join(" ", JVM));
        facts.put("what is lost", "found by ids, the topic read back");
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var campaign = new Campaign(file, List.of(OURS, FLOOR), run.options().pairs(), Deadline.ofASection());
        if (campaign.missing() > 0) measure(run, campaign, documents);
        return campaign.missing() <= 0;
    }

    private void measure(Run run, Campaign campaign, int documents) throws Exception {
        try (var parts = Parts.start(run);
                var ours = worker(run, parts, "relay-ours");
                var floor = worker(run, parts, "relay-floor")) {
            for (var worker : List.of(ours, floor)) {
                worker.ask("relay " + Math.max(10_000, documents)); // compiled by now
                worker.hold();
            }
            campaign.run((pair, side) -> leg(run, parts, side.equals(OURS) ? ours : floor, pair, side, documents));
        }
    }

    static int lost(Map<String, Double> compared) {
        return Objects.requireNonNull(compared.get("lost")).intValue();
    }

    private static Worker worker(Run run, Parts parts, String name) throws IOException {
        return Worker.start(run.children(), name, JVM, parts.environment());
    }

    private static Leg leg(Run run, Parts parts, Worker worker, int pair, String side, int documents)
            throws IOException {
        worker.goOn();
        try {
            worker.ask("relay " + Math.max(100, documents / 10)); // connections, and what was paged out
            var pids = new LinkedHashMap<String, Long>(Map.of("relay", worker.pid()));
            pids.putAll(parts.pids());
            pids.put("bench", ProcessHandle.current().pid());
            var measuring = new Measuring(pids);
            var answer = worker.ask("relay " + documents);
            var used = measuring.end();
            var figures = new LinkedHashMap<String, Double>();
            figures.put("per second", documents / answer.getOrDefault("seconds", Double.NaN));
            used.used().forEach((name, millis) -> figures.put("CPU " + name, millis / documents));
            figures.put("CPU together", used.together() / documents);
            figures.put("save p99", answer.getOrDefault("save-p99", Double.NaN));
            figures.put("seconds", answer.getOrDefault("seconds", Double.NaN));
            figures.put("stolen", used.stolenPercent());
            figures.put("others", used.strangersPercent());
            var kept = worker.ask("compare");
            figures.put("repeated", kept.getOrDefault("repeated", Double.NaN));
            return Results.leg(run.options(), pair, side, figures, 0, used, lost(kept));
        } finally {
            worker.hold();
        }
    }
}
