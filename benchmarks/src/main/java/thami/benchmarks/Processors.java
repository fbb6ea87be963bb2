package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the processors of the machine did so far, in hundredths of a second: all of it, what was not idle, and what the
/// machine below took for others.
record Processors(long all, long busy, long stolen) {

    static Processors now() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return parse(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// user nice system idle iowait irq softirq steal
    static Processors parse(String line) {
        var fields = Arrays.stream(line.strip().split("\\s+"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        var all = Arrays.stream(fields).sum();
        return new Processors(all, all - fields[3] - fields[4], fields[7]);
    }

    /// The share stolen since then, in per cent.
    double stolenSince(Processors before) {
        return all == before.all ? 0 : 100.0 * (stolen - before.stolen) / (all - before.all);
    }

    /// Milliseconds of all processors together since then.
    double busyMillisSince(Processors before) {
        return (busy - before.busy - (stolen - before.stolen)) * 10.0;
    }
}
