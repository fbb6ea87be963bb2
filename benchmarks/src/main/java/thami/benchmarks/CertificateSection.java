package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thami.launcher.SealKey;

/// One thread that renders and seals, by certificate-service's own press.
final class CertificateSection implements Section {

    private static final List<String> JVM =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Djava.awt.headless=true");
    private static final String PASSWORD = "only-of-this-run";
    static final String SIDE = "one thread";
    /// Seconds. After half a minute, some 3,000 certificates, the compilers still take a sixth of the time.
    private static final int WARM_UP = 90;

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var facts = Machine.facts();
        facts.put("JVM", String.join(" ", JVM));
        facts.put("seal", "PAdES baseline B, ECDSA P-256");
        facts.put("seconds of warm-up", Figures.of(WARM_UP));
        facts.put("seconds per leg", Figures.of(run.options().seconds()));
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var rounds = new Rounds(file, List.of(SIDE), run.options().pairs(), Deadline.ofASection());
        if (rounds.isComplete()) return true;
        try (var worker = Worker.start(run.children(), "certificate", JVM, key(run))) {
            worker.ask("press " + WARM_UP);
            rounds.run((number, _) -> leg(run, worker, number));
        }
        return rounds.isComplete();
    }

    private static Leg leg(Run run, Worker worker, int number) throws IOException {
        var measuring = new Measuring(
                Map.of("press", worker.pid(), "bench", ProcessHandle.current().pid()));
        var answer = worker.ask("press " + run.options().seconds());
        var used = measuring.end();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("per second", answer.getOrDefault("per-second", Double.NaN));
        figures.put("per core second", answer.getOrDefault("per-core-second", Double.NaN));
        figures.put("CPU each", 1000 / answer.getOrDefault("per-core-second", Double.NaN));
        figures.put("kilobytes", answer.getOrDefault("bytes", Double.NaN) / 1000);
        figures.put("stolen", used.stolenPercent());
        figures.put("others", used.strangersPercent());
        return Results.leg(run.options(), number, SIDE, figures, 0, used, 0);
    }

    /// A test key as the launcher makes it.
    static Map<String, String> key(Run run) throws IOException {
        var store = run.scratch("seal").resolve("seal.p12");
        SealKey.make(store, PASSWORD);
        return Map.of(
                "BENCH_SEAL_KEYSTORE",
                Base64.getEncoder().encodeToString(Files.readAllBytes(store)),
                "BENCH_SEAL_PASSWORD",
                PASSWORD);
    }
}
