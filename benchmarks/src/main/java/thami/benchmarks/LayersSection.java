package thami.benchmarks;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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
        var layers = new LinkedHashMap<String, Layer>();
        for (var layer : Layer.values()) layers.put(side(layer), layer);
        var rounds =
                new Rounds(file, List.copyOf(layers.keySet()), run.options().pairs(), Deadline.ofASection());
        if (rounds.isComplete()) return true;
        try (var parts = Parts.start(run);
                var sink = Sink.start(0)) {
            var environment = new HashMap<>(parts.environment());
            environment.putAll(CertificateSection.key(run));
            environment.put("THAMI_SMTP", "127.0.0.1:" + sink.port());
            try (var worker = Worker.start(run.children(), "layers", RelaySection.JVM, environment)) {
                worker.ask("layer %s %s".formatted(Layer.CERTIFICATE, WARM_UP_SECONDS));
                rounds.run((number, side) ->
                        leg(run, parts, worker, number, side, Objects.requireNonNull(layers.get(side))));
            }
        }
        return rounds.isComplete();
    }

    private static String side(Layer layer) {
        return switch (layer) {
            case WRITES -> "40 writes";
            case RECORDS -> "and 8 records";
            case MAILS -> "and 3 mails";
            case CERTIFICATE -> "and the certificate";
        };
    }

    private static Leg leg(Run run, Parts parts, Worker worker, int number, String side, Layer layer) throws Exception {
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
        return Results.leg(run.options(), number, side, figures, 0, used, 0);
    }
}
