package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// `docs/performance.md`: written from `benchmarks/results`, so it holds no figure that no run wrote.
record PerformancePage(Path root) {

    private static final String OPENING = """
            # Performance

            How fast the system is against the limit on the same machine: the same writes, records and mails, done by the plain
            drivers on the same broker and the same store with the same durability. This page is written by `./thami bench`
            from [the files of the runs](../benchmarks/results); whoever doubts a figure repeats it, and `--pairs=2 --seconds=10` takes
            two minutes.

            How it is measured:

            - Arrivals are fixed beforehand (seeded, Poisson) and nobody waits for an answer that is late; latency counts from the
              intended time. The generator, the staff's script and the mail sink are one process, for the floor as for ours, and
              it is a row of the CPU tables.
            - A leg counts for nothing if its sending was late (p99 over 5 ms), if the machine below took more than 2 % of the
              processors, if other programs used more than 10 % of them, or if anything that was begun did not end.
            - Evidence is pairs of legs, in turn ours first and floor first (ABBA); the side that is not measured is frozen. A
              ratio stands with its 95 % bounds (bootstrap over pairs), and a target is reached only if the bound is.
            - CPU is user and system time from `/proc/<pid>/stat`, all threads, ended ones too, in steps of 10 ms. (`schedstat` of a
              process is that of its main thread alone, in which a JVM does nothing.)
            - Throughput is measured with C2 let in (`THAMI_COMPILER=full`); `./thami start` leaves it out, because it starts faster.
            - The embedded store and the broker keep what they acknowledged through a kill of the process, not through a loss of power:
              neither syncs at each write. That is so for both sides.

            """;

    static final List<Chapter> CHAPTERS = List.of(new Chapter(
            "Relay",
            "relay",
            "One service's outbox alone: 16 writers save documents with one event each, and all of them are sent, acknowledged and\n"
                    + "taken out of the documents. The floor does insert, produce and pull by the plain drivers in the same shape.\n"
                    + "CPU is milliseconds per event.",
            List.of(
                    new Chapter.Figure("per second", "events relayed", "per second"),
                    new Chapter.Figure("CPU relay", "CPU of the relaying process", "ms"),
                    new Chapter.Figure("CPU broker", "CPU of the broker", "ms"),
                    new Chapter.Figure("CPU store", "CPU of the store", "ms"),
                    new Chapter.Figure("CPU together", "CPU together", "ms")),
            List.of(new Chapter.Target("per second", "Throughput", 0.8, false))));

    /// Puts what a run finished beside what was measured before.
    void keep(Section section, Run run) throws IOException {
        Files.createDirectories(run.results());
        var legs = run.legs(section.name()).path();
        if (Files.exists(legs))
            Files.copy(legs, run.results().resolve(section.name() + ".csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    void write() throws IOException {
        var page = new StringBuilder(OPENING);
        var plots = root.resolve("docs/performance");
        Files.createDirectories(plots);
        for (var chapter : CHAPTERS) {
            var file = new LegFile(root.resolve("benchmarks/results/" + chapter.command() + ".csv"));
            var written = chapter.write(file, 10);
            page.append(written.markdown()).append('\n');
            for (var plot : written.plots().entrySet())
                Files.writeString(plots.resolve(plot.getKey()), plot.getValue());
        }
        Files.writeString(root.resolve("docs/performance.md"), page.toString().stripTrailing() + "\n");
        System.out.println("written: docs/performance.md");
    }
}
