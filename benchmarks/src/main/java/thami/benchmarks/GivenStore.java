package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A store that runs on this machine though we did not start it: its processes take part, they are no strangers.
final class GivenStore {

    private static final String NAME = "store of others ";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final long QUIET_BYTES = 2_000_000;

    static Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("postgres") || command.contains("mongod"))
                        .isPresent())
                .forEach(process -> pids.put(NAME + process.pid(), process.pid()));
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("Gateway"))
                        .isPresent())
                .forEach(process -> pids.put(NAME + process.pid(), process.pid()));
        return pids;
    }

    /// Lets it write out what it was given before: PostgreSQL spreads a checkpoint over minutes, and saves meanwhile
    /// take longer than they do later.
    static void settle() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        for (var written = written(); System.nanoTime() < deadline; ) {
            Thread.sleep(LOOK);
            var now = written();
            if (now - written < QUIET_BYTES) return;
            written = now;
        }
    }

    private static long written() {
        return pids().values().stream().mapToLong(GivenStore::written).sum();
    }

    /// Nothing, of one that has ended meanwhile.
    private static long written(long pid) {
        try (var lines = Files.lines(Path.of("/proc/%d/io".formatted(pid)))) {
            return lines.filter(line -> line.startsWith("write_bytes:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    /// Whether that is one of its processes: they come and go with connections, and whoever began them has their time.
    static boolean mayEnd(String name) {
        return name.startsWith(NAME);
    }

    private GivenStore() {}
}
