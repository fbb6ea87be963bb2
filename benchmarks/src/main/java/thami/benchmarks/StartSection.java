package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import thami.launcher.demo.SamplePerson;

/// `./thami start` as people do it, with and without the caches that the first start has made: until it is ready, until
/// the first application is accepted, and what it takes.
final class StartSection implements Section {

    static final String WITH = "with caches";
    static final String WITHOUT = "without";
    private static final Pattern READY = Pattern.compile("Ready in ([0-9.]+) s, \\d+ processes, (\\d+) MB");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean run(Run run) throws Exception {
        var facts = Machine.facts();
        facts.put("JVM", "as ./thami start: C1 alone, serial collector, platform in one process");
        Results.addConditions(facts, run.options());
        var file = run.legs(name());
        file.open(facts);
        var campaign = new Campaign(file, List.of(WITH, WITHOUT), run.options().pairs(), Deadline.ofASection());
        if (campaign.missing() <= 0) return true;
        try (var system = LocalSystem.asStarted(run)) {
            System.out.println("  once before, which makes the caches …");
            system.start();
            system.say("stop");
            return campaign.run((pair, side) -> leg(run, system, pair, side));
        }
    }

    private static Leg leg(Run run, LocalSystem system, int pair, String side) throws Exception {
        try (var _ = new Caches(system.programs(), side.equals(WITH))) {
            // the launcher's time is ours, when it has ended: it is our child
            var measuring =
                    new Measuring(Map.of("bench", ProcessHandle.current().pid()));
            var began = System.nanoTime();
            var said = system.start();
            var ready = READY.matcher(said);
            if (!ready.find()) throw new Refused("The start said nothing of its time.");
            var launched = (System.nanoTime() - began) / 1e9;
            var cpu =
                    system.pids().values().stream().mapToLong(ProcessorTime::of).sum();
            var story = system.story(Duration.ofSeconds(60));
            var call = story.openCall(5);
            story.apply(call.id(), SamplePerson.ALL.getFirst().inRun(UUID.randomUUID()), UUID.randomUUID());
            var accepted = (System.nanoTime() - began) / 1e9;
            var used = measuring.end(system.pids());
            var figures = new LinkedHashMap<String, Double>();
            figures.put("ready", Double.valueOf(ready.group(1)));
            figures.put("command", launched);
            figures.put("accepted", accepted);
            figures.put("processor seconds", cpu / 1000.0);
            figures.put("megabytes", Double.valueOf(ready.group(2)));
            figures.put("stolen", used.stolenPercent());
            figures.put("others", used.strangersPercent());
            return Results.leg(run.options(), pair, side, figures, 0, used, 0);
        } finally {
            system.say("stop");
        }
    }

    /// Moved away while a leg does without them.
    private static final class Caches implements AutoCloseable {

        private static final String CACHE = "start.aot";
        private static final String AWAY = "start.aot.away";

        private final Path programs;

        Caches(Path programs, boolean there) throws IOException {
            this.programs = programs;
            if (!there) move(CACHE, AWAY);
        }

        private void move(String from, String to) throws IOException {
            try (var folders = Files.list(programs)) {
                for (var folder : folders.filter(Files::isDirectory).toList())
                    if (Files.exists(folder.resolve(from))) Files.move(folder.resolve(from), folder.resolve(to));
            }
        }

        @Override
        public void close() throws IOException {
            move(AWAY, CACHE);
        }
    }
}
