package thami.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Starts processes of a site and waits until each serves; all or none.
record Launch(Path root, Site site) {

    private static final int PATIENCE_SECONDS = 240;

    /// @param logFrom where in its log this start begins
    private record Launched(Running process, long logFrom) {}

    List<Running> run(List<Site.Planned> planned) throws IOException, InterruptedException {
        var launched = new ArrayList<Launched>();
        try {
            for (var process : planned) launched.add(launch(process));
        } catch (IOException e) {
            end(launched);
            throw new Refusal("The programs could not be started: %s (is the disk full?)".formatted(e.getMessage()));
        }
        awaitAll(launched);
        return launched.stream().map(Launched::process).toList();
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
}
