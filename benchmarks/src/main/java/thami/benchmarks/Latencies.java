package thami.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// The latencies of each leg, in microseconds, beside the file of the legs: `pair,side,name,histogram`, compressed as
/// HdrHistogram does it, so that pairs can be drawn anew and their latencies counted together.
record Latencies(Path path) {

    static Latencies beside(LegFile file) {
        var name = file.path().getFileName().toString().replace(".csv", ".latencies");
        return new Latencies(file.path().resolveSibling(name));
    }

    static Histogram histogram() {
        return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
    }

    private record Kept(int pair, String side, String name, Histogram histogram) {}

    /// Of a leg that counts for nothing nothing is kept.
    void append(int pair, String side, String name, Histogram histogram) {
        var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(bytes);
        var text = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
        try {
            Files.writeString(
                    path,
                    "%d,%s,%s,%s%n".formatted(pair, side, name, text),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> sides() {
        return kept().stream().map(Kept::side).distinct().toList();
    }

    List<String> names(String side) {
        return kept().stream()
                .filter(it -> it.side.equals(side))
                .map(Kept::name)
                .distinct()
                .toList();
    }

    /// All of one side together.
    Histogram of(String side, String name) {
        return sum(kept().stream()
                .filter(it -> it.pair > 0 && it.side.equals(side) && it.name.equals(name))
                .map(Kept::histogram)
                .toList());
    }

    /// Ours by theirs at this percentile, of the legs of these pairs counted together.
    Bounds ratio(Pairs pairs, String name, double percentile) {
        var kept = kept();
        var both = pairs.all().stream()
                .map(pair -> List.of(one(kept, pair.ours(), name), one(kept, pair.floor(), name)))
                .toList();
        return Bounds.of(
                both,
                drawn -> (double)
                                sum(drawn.stream().map(List::getFirst).toList()).getValueAtPercentile(percentile)
                        / sum(drawn.stream().map(List::getLast).toList()).getValueAtPercentile(percentile),
                1);
    }

    private static Histogram one(List<Kept> kept, Leg leg, String name) {
        return sum(kept.stream()
                .filter(it -> it.pair == leg.pair() && it.side.equals(leg.side()) && it.name.equals(name))
                .map(Kept::histogram)
                .toList());
    }

    private static Histogram sum(List<Histogram> histograms) {
        var sum = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        histograms.forEach(sum::add);
        return sum;
    }

    private List<Kept> kept() {
        if (Files.notExists(path)) return List.of();
        try (var lines = Files.lines(path)) {
            return lines.map(line -> line.split(",", 4))
                    .filter(fields -> fields.length == 4)
                    .map(Latencies::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept read(String[] fields) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(fields[3]));
            return new Kept(
                    Integer.parseInt(fields[0]),
                    fields[1],
                    fields[2],
                    Histogram.decodeFromCompressedByteBuffer(bytes, TimeUnit.MINUTES.toMicros(10)));
        } catch (DataFormatException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /// The usual text of HdrHistogram, in milliseconds, for whoever plots it with another program.
    static void export(Histogram histogram, Path hgrm) throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(hgrm), false, StandardCharsets.UTF_8)) {
            histogram.outputPercentileDistribution(out, 1000.0);
        }
    }
}
