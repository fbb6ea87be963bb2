package thami.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The legs of a section as they are finished, so that a run that was cut off goes on where it was.
///
/// CSV: first what the run was made with (`# name: value`), then `pair,side,figure,value`. The row `end` closes a leg
/// and says why it counts for nothing, if so; a leg without it was cut off and is not read.
record LegFile(Path path) {

    private static final String HEADER = "pair,side,figure,value";
    private static final String END = "end";

    /// Begins anew unless the file is of a run with the same facts.
    void open(SequencedMap<String, String> facts) {
        if (Files.exists(path) && facts().equals(facts)) return;
        var lines = new ArrayList<String>();
        facts.forEach((name, value) -> lines.add("# " + name + ": " + value));
        lines.add(HEADER);
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, lines);
            Files.deleteIfExists(Latencies.beside(this).path());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Keeps it, and tells it to whoever waits.
    void add(Leg leg) {
        append(leg);
        System.out.println("  " + leg.inALine());
    }

    void append(Leg leg) {
        var lines = new ArrayList<String>();
        var key = leg.pair() + "," + leg.side() + ",";
        leg.figures().forEach((figure, value) -> lines.add(key + figure + "," + value));
        lines.add(key + END + "," + (leg.voidBecause() == null ? "" : leg.voidBecause()));
        try {
            Files.write(path, lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    SequencedMap<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        for (var line : lines()) {
            if (!line.startsWith("# ")) break;
            var at = line.indexOf(": ");
            if (at > 0) facts.put(line.substring(2, at), line.substring(at + 2));
        }
        return facts;
    }

    List<Leg> legs() {
        var legs = new ArrayList<Leg>();
        var open = new LinkedHashMap<String, Map<String, Double>>();
        for (var line : lines()) {
            var fields = line.split(",", 4);
            if (line.startsWith("#") || line.equals(HEADER) || fields.length < 4) continue;
            var key = fields[0] + "," + fields[1];
            if (!fields[2].equals(END)) {
                open.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(fields[2], Double.valueOf(fields[3]));
                continue;
            }
            var figures = open.remove(key);
            if (figures == null) continue;
            legs.add(Leg.of(Integer.parseInt(fields[0]), fields[1], figures, fields[3].isEmpty() ? null : fields[3]));
        }
        return legs;
    }

    /// How many legs of this side are still wanted: a disturbed one is repeated.
    int missing(String side, int wanted) {
        var counted = of(side).stream().filter(Leg::counts).count();
        return (int) Math.max(0, wanted - counted);
    }

    /// The number of the next leg of this side.
    int next(String side) {
        return of(side).stream().mapToInt(Leg::pair).max().orElse(0) + 1;
    }

    private List<Leg> of(String side) {
        return legs().stream().filter(leg -> leg.side().equals(side)).toList();
    }

    private List<String> lines() {
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refused unwritable(IOException why) {
        return new Refused("%s cannot be written (%s): see to its rights and free space.".formatted(path, why));
    }
}
