package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Starts what the site needs and waits until it serves.
record Start(Path root, Site site) {

    private static final int PATIENCE_SECONDS = 240;

    /// @return when the first process was started, in milliseconds since 1970
    long run() throws IOException, InterruptedException {
        var home = site.home();
        var planned = missing();
        if (planned.isEmpty()) throw new Refusal("ThAMI runs already: ./thami status shows it, ./thami stop ends it.");
        home.prepare();
        // Before what takes long: whoever has to free a port first need not wait for it.
        planned.forEach(it -> it.ports()
                .forEach(part -> Ports.refuseIfTaken(part, site.ports().of(part))));
        if (site.isBuiltHere()) new Build(root).bringUpToDate();
        new Secrets(home.secrets()).complete();
        prepare();
        var began = System.currentTimeMillis();
        var launched = new ArrayList<Launched>();
        try {
            for (var process : planned) launched.add(launch(process));
        } catch (IOException e) {
            end(launched);
            throw new Refusal("The programs could not be started: %s (is the disk full?)".formatted(e.getMessage()));
        }
        awaitAll(launched);
        report(launched.stream().map(Launched::process).toList(), (System.currentTimeMillis() - began) / 1e3);
        return began;
    }

    /// @param logFrom where in its log this start begins
    private record Launched(Running process, long logFrom) {}

    /// What does not run of what should: all of it, or what ended while the rest went on.
    List<Site.Planned> missing() {
        var alive = Running.all(site.home()).stream()
                .filter(Running::isAlive)
                .map(Running::name)
                .toList();
        return site.like(alive).processes().stream()
                .filter(planned -> !alive.contains(planned.name()))
                .toList();
    }

    /// Two at a time: training is work for the processor, and two is what a small machine has.
    private void prepare() throws InterruptedException {
        var stale = Component.ALL.stream()
                .filter(component -> !Unpacked.of(component, site.home()).isCurrent(root))
                .toList();
        if (stale.isEmpty()) return;
        System.out.println("Preparing a fast start (once per build) …");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var work = stale.stream()
                    .<Callable<Void>>map(component -> () -> prepare(component))
                    .toList();
            for (var done : threads.invokeAll(work)) done.get();
            Unpacked.deleteTree(trainingState());
        } catch (ExecutionException | IOException e) {
            throw new Refusal("The programs could not be unpacked: " + e);
        }
    }

    private Void prepare(Component component) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var variables = new HashMap<>(site.variables(component));
        variables.put("THAMI_STATE", trainingState().toString());
        Unpacked.of(component, site.home())
                .prepare(root, variables, component.isService() ? List.of() : List.of("train"));
        System.out.printf("  %s in %.1f s%n", component.name(), (System.nanoTime() - began) / 1e9);
        return null;
    }

    private Path trainingState() {
        return site.home().run().resolve("training");
    }

    private Launched launch(Site.Planned planned) throws IOException {
        var command = Unpacked.of(planned.component(), site.home()).command(root, planned.arguments());
        var log = site.home().log(planned.name());
        var logFrom = log.end();
        var builder = new ProcessBuilder(detached(command))
                .directory(site.home().folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        // Nothing of ours reaches it but what it needs; of the caller's, what a JVM needs.
        builder.environment().keySet().removeIf(name -> name.startsWith("THAMI_") || name.startsWith("SPRING_"));
        builder.environment().putAll(site.variables(planned.component()));
        // glibc gives each thread that allocates an arena of its own: tens of megabytes per process, never given back.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        try {
            return new Launched(Running.note(site.home(), planned, process), logFrom);
        } catch (IOException unnoted) {
            process.destroyForcibly(); // nobody would find it again
            throw unnoted;
        }
    }

    /// In a session of its own, so that closing the terminal does not end it.
    private static List<String> detached(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) return command;
        var detached = new ArrayList<>(List.of("/usr/bin/setsid"));
        detached.addAll(command);
        return detached;
    }

    private void awaitAll(List<Launched> launched) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var waiting = new ArrayList<>(launched);
        while (!waiting.isEmpty()) {
            for (var one : List.copyOf(waiting)) {
                refuseIfEnded(launched, waiting); // each time: what is asked may be waiting for what has ended
                if (one.process.isReady()) waiting.remove(one);
                else if (System.nanoTime() > deadline)
                    giveUp(launched, one, "is not ready after %d s".formatted(PATIENCE_SECONDS));
            }
            if (!waiting.isEmpty()) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void refuseIfEnded(List<Launched> launched, List<Launched> waiting)
            throws IOException, InterruptedException {
        for (var one : waiting) if (!one.process.isAlive()) giveUp(launched, one, "ended");
    }

    private void giveUp(List<Launched> launched, Launched culprit, String what)
            throws IOException, InterruptedException {
        var name = culprit.process.name();
        var reason = reason(culprit);
        end(launched);
        throw new Refusal("%s %s: %s (./thami logs %s shows more; if its data are damaged, ./thami reset begins anew)"
                .formatted(name, what, reason, name));
    }

    private void end(List<Launched> launched) throws IOException, InterruptedException {
        Running.stopAll(launched.stream().map(Launched::process).toList(), 2); // they have done nothing yet
        for (var one : launched) one.process.forget(site.home());
    }

    private String reason(Launched culprit) {
        try {
            var lines = site.home().log(culprit.process.name()).since(culprit.logFrom);
            return lines.stream()
                    .dropWhile(line -> !line.equals("Description:")) // Spring Boot's word for why
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .or(() -> lines.reversed().stream()
                            .filter(line -> line.contains("cannot start:") || line.contains("ERROR"))
                            .findFirst())
                    .map(line -> line.substring(Math.max(0, line.indexOf("cannot start:"))))
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private void report(List<Running> running, double seconds) {
        System.out.printf(
                "Ready in %.1f s, %d processes, %d MB%n",
                seconds,
                running.size(),
                running.stream().mapToLong(Running::megabytes).sum());
        site.addresses().forEach((what, address) -> System.out.printf("  %-11s %s%n", what, address));
        if (!site.environment().containsKey("THAMI_ISSUER")) {
            System.out.printf(
                    "  %-11s admissions, course-management, trainer, certification, … password %s%n",
                    "Sample staff", new Secrets(site.home().secrets()).samplePassword());
        }
    }

    /// For the demo: what else a client needs to know.
    static Map<String, String> variables(Site site) {
        return Map.of(
                "THAMI_PUBLIC_URL", site.publicUrl(),
                "THAMI_ISSUER", site.issuer(),
                "THAMI_INBOX_URL", site.inboxUrl(),
                "THAMI_SAMPLE_PASSWORD", new Secrets(site.home().secrets()).samplePassword());
    }
}
