package thami.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process of ours, as noted in its file: which one it is, where it answers.
record Running(String name, ProcessMark mark, List<String> probes) {

    private static final String SUFFIX = ".process";

    static Running note(Home home, Site.Planned planned, Process process) throws IOException {
        var running = new Running(planned.name(), ProcessMark.of(process.toHandle()), planned.probes());
        Files.writeString(
                home.run().resolve(planned.name() + SUFFIX),
                "%s%n%s%n".formatted(running.mark.line(), String.join("\n", running.probes)));
        return running;
    }

    static List<Running> all(Home home) {
        if (!Files.isDirectory(home.run())) return List.of();
        try (Stream<Path> files = Files.list(home.run())) {
            var all = new ArrayList<Running>();
            for (var file : files.filter(it -> it.toString().endsWith(SUFFIX)).toList())
                read(file).ifPresent(all::add);
            all.sort(Comparator.comparing(Running::name));
            return all;
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s".formatted(home.run(), e.getMessage()));
        }
    }

    /// The services first, while what they need is there; then the platform.
    static List<List<Running>> inOrderOfEnding(Home home) {
        var byKind =
                all(home).stream().collect(Collectors.partitioningBy(it -> Component.SERVICES.contains(it.name())));
        return List.of(byKind.get(true), byKind.get(false));
    }

    private static Optional<Running> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var name = file.getFileName().toString();
            return ProcessMark.read(lines.getFirst())
                    .map(mark -> new Running(
                            name.substring(0, name.length() - SUFFIX.length()),
                            mark,
                            List.copyOf(lines.subList(1, lines.size()))));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    void forget(Home home) throws IOException {
        Files.deleteIfExists(home.run().resolve(name + SUFFIX));
    }

    long pid() {
        return mark.pid();
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    private Optional<ProcessHandle> handle() {
        return mark.alive();
    }

    boolean isReady() {
        return isAlive() && probes.stream().allMatch(Probe::answers);
    }

    /// Asks it to end, and makes it end when it takes too long.
    ///
    /// @return whether it ended by itself
    boolean stop(int seconds) throws InterruptedException {
        var handle = handle();
        if (handle.isEmpty()) return true;
        handle.get().destroy();
        try {
            handle.get().onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            handle.get().destroyForcibly();
            return false;
        }
    }

    void kill() {
        handle().ifPresent(it -> {
            it.destroyForcibly();
            it.onExit().join();
        });
    }

    /// Asks all of them at once.
    static void stopAll(List<Running> processes, int seconds) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(processes.stream()
                    .<Callable<Boolean>>map(process -> () -> process.stop(seconds))
                    .toList());
        }
    }

    /// Its share of memory in MB; 0 where the system does not tell.
    long megabytes() {
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(pid())), StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
