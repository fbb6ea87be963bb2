package thami.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import thami.benchmarks.floor.Layers.Layer;

/// What the floor of the journey is made of: the writes alone, then with the records, the mails and the certificate.
final class LayersSection implements Section {

    private static final double WARM_UP_SECONDS = 75; // a press that is young takes twice as long

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var facts = Machine.facts();
        facts.put("store", "embedded");
        facts.put("side by side", "12 people");
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        if (isComplete(run, file)) return true;
        var deadline = Deadline.ofASection();
        try (var parts = Parts.start(run);
                var sink = Sink.start(0)) {
            var environment = new HashMap<>(parts.environment());
            environment.putAll(CertificateSection.key(run));
            environment.put("THAMI_SMTP", "127.0.0.1:" + sink.port());
            try (var worker = Worker.start(run.children(), "layers", RelaySection.JVM, environment)) {
                worker.ask("layer %s %s".formatted(Layer.CERTIFICATE, WARM_UP_SECONDS));
                while (!isComplete(run, file) && !deadline.isOver())
                    for (var layer : Layer.values()) leg(run, parts, worker, file, layer);
            }
        }
        return isComplete(run, file);
    }

    private static boolean isComplete(Run run, LegFile file) {
        return Arrays.stream(Layer.values())
                .allMatch(layer -> file.missing(side(layer), run.options().pairs()) == 0);
    }

    private static String side(Layer layer) {
        return switch (layer) {
            case WRITES -> "40 writes";
            case RECORDS -> "and 8 records";
            case MAILS -> "and 3 mails";
            case CERTIFICATE -> "and the certificate";
        };
    }

    private static void leg(Run run, Parts parts, Worker worker, LegFile file, Layer layer) throws Exception {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("floor", worker.pid());
        pids.putAll(parts.pids());
        pids.put("generator", ProcessHandle.current().pid());
        var measuring = new Measuring(pids);
        var answer = worker.ask("layer %s %s".formatted(layer, run.options().seconds()));
        var used = measuring.end();
        var people = answer.getOrDefault("people", Double.NaN);
        var figures = new LinkedHashMap<String, Double>();
        figures.put("per second", people / answer.getOrDefault("seconds", Double.NaN));
        figures.put("CPU together", used.together() / people);
        used.used().forEach((name, millis) -> figures.put("CPU " + name, millis / people));
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        var number = file.next(side(layer));
        var leg = Results.leg(run.options(), number, side(layer), figures, 0, used, 0);
        file.append(leg);
        System.out.printf(
                "  %2d %-20s %s%n",
                number, leg.side(), leg.counts() ? Figures.line(leg.figures()) : "void: " + leg.voidBecause());
    }
}
