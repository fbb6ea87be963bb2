package thami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// `docs/performance.md`: written from `benchmarks/results`, so it holds no figure that no run wrote.
record PerformancePage(Path root) {

    private static final int PAIRS_OF_A_CLAIM = 10;

    private static final String OPENING = """
            # Performance

            How fast the system is against the limit on the same machine: the same writes, records and mails, done by the plain
            drivers on the same broker and the same store with the same durability. This page is written by `./thami bench`
            from [the files of the runs](../benchmarks/results); whoever doubts a figure repeats it. A look with
            `--pairs=2 --seconds=10` takes some minutes for a section. That shortens only the legs, not what comes before them: certificates are
            pressed for a minute and a half and the floor's layers go for more than one, growth is filled in first, and a load of the journey
            takes about ten minutes until both sides are warm.

            ## What was to be reached

            The aims were fixed before anything was measured. Each is judged by the bound of what was measured, not by its middle. Why one
            stays short, and what would change that, is said [below](#what-costs-and-what-was-mended).

            | aim | | reached? | by |
            |---|---|---|---|
            """;

    private static final String MEASURING = """
            ## How it is measured

            - Arrivals are fixed beforehand (seeded, Poisson) and nobody waits for an answer that is late; latency counts from the
              intended time. The generator, the staff's script and the mail sink are one process, for the floor as for ours, and
              it is a row of the CPU tables.
            - A leg counts for nothing if its sending was late (p99 over 5 ms), if the machine below took more than 2 % of the
              processors, if other programs used more than 10 % of them, or if anything that was begun did not end. It is measured
              again as long as there is time.
            - Where two sides are compared (relay, journey, mails, growth, start), evidence is pairs of legs, in turn ours first and floor
              first (ABBA). The side that is not measured is frozen. A ratio stands with its 95 % bounds (bootstrap over pairs), and a target
              is reached only if the bound is.
            - The generator, what the floor is made of, certificates, pages and memory are compared with nothing: there are no pairs and no
              bounds, but the median of the legs with the least and the most.
            - CPU is user and system time from `/proc/<pid>/stat`, all threads, ended ones too, in steps of 10 ms. (`schedstat` of a
              process is that of its main thread alone, in which a JVM does nothing.)
            - Throughput is measured with C2 let in (`THAMI_COMPILER=full`); `./thami start` leaves it out, because it starts faster.
            - The embedded store and the broker keep what they acknowledged through a kill of the process, not through a loss of power:
              neither syncs at each write. That is so for both sides.

            """;

    /// Puts what a run finished beside what was measured before.
    void keep(Section section, Run run) throws IOException {
        Files.createDirectories(run.results());
        for (var name : section.files()) {
            var legs = run.legs(name);
            copy(legs.path(), run);
            copy(Latencies.beside(legs).path(), run);
            export(Latencies.beside(legs), run.results(), name);
        }
    }

    /// As text that other programs plot: the whole way, where there is one.
    private static void export(Latencies latencies, Path results, String name) throws IOException {
        for (var side : latencies.sides())
            for (var hop : latencies.names(side))
                Latencies.export(
                        latencies.of(side, hop), results.resolve("%s-%s-%s.hgrm".formatted(name, fileName(side), hop)));
    }

    private static String fileName(String side) {
        return side.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }

    private static void copy(Path file, Run run) throws IOException {
        if (Files.exists(file))
            Files.copy(file, run.results().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /// What people found out from the figures and from profiles; the only part that is written by hand.
    private String findings() throws IOException {
        var findings = root.resolve("benchmarks/findings.md");
        return Files.exists(findings) ? Files.readString(findings) : "";
    }

    void write() throws IOException {
        var aims = new StringBuilder();
        var chapters = new StringBuilder();
        var plots = root.resolve("docs/performance");
        Files.createDirectories(plots);
        for (var chapter : Chapters.all()) {
            var file = new LegFile(root.resolve("benchmarks/results/" + chapter.file() + ".csv"));
            var written = chapter.write(file, PAIRS_OF_A_CLAIM);
            written.verdicts().forEach(verdict -> aims.append(row(chapter, verdict)));
            chapters.append(written.markdown().stripTrailing()).append("\n\n");
            for (var plot : written.plots().entrySet())
                Files.writeString(plots.resolve(plot.getKey()), plot.getValue());
        }
        var page = OPENING + aims + "\n" + MEASURING + chapters + findings();
        Files.writeString(root.resolve("docs/performance.md"), page.stripTrailing() + "\n");
        System.out.println("written: docs/performance.md");
    }

    private static String row(Chapter chapter, Chapter.Verdict verdict) {
        return "| %s | [%s](#%s) | %s | %s |\n"
                .formatted(
                        verdict.aim(),
                        chapter.heading(),
                        anchor(chapter.heading()),
                        verdict.said(),
                        verdict.evidence());
    }

    /// As GitHub names what it jumps to.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }
}
