package thami.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What the page says of one file of legs, and nothing that does not stand there.
///
/// @param sides those that are compared as ours and floor; none: each side is a row of the table
record Chapter(
        String heading,
        String file,
        String command,
        String explained,
        Sides sides,
        List<Figure> figures,
        List<Target> targets,
        List<Limit> limits) {

    /// What is measured and what it is compared with, by their names in the file.
    record Sides(String ours, String floor) {

        static final Sides FLOOR = new Sides(RelaySection.OURS, RelaySection.FLOOR);
        static final Sides NONE = new Sides("", "");
    }

    /// @param name as the legs call it
    record Figure(String name, String shown, String unit) {}

    /// What a ratio is held to. @param atMost whether smaller is better
    record Target(String name, String shown, double bound, boolean atMost) {}

    /// What one side's figure is held to by itself. @param atMost whether smaller is better
    record Limit(String side, String name, String shown, String unit, double bound, boolean atMost) {}

    /// What became of an aim.
    ///
    /// @param evidence the bound that it was judged by
    record Verdict(String aim, String said, String evidence) {

        private String line() {
            return "- %s: **%s** (%s)\n".formatted(aim, said, evidence);
        }
    }

    /// @param plots what was drawn, by file name
    record Written(String markdown, Map<String, String> plots, List<Verdict> verdicts) {}

    Written write(LegFile legFile, int wanted) {
        var plots = new LinkedHashMap<String, String>();
        var text = new StringBuilder("## " + heading + "\n\n" + explained + "\n\n");
        var legs = legFile.legs();
        if (legs.stream().noneMatch(leg -> leg.pair() > 0)) {
            return new Written(text + "Not measured yet: `./thami bench " + command + "`.\n", plots, List.of());
        }
        conditions(text, legFile.facts());
        var verdicts = sides.equals(Sides.NONE)
                ? show(text, legFile, wanted, plots)
                : compare(text, legFile, Pairs.of(legs, sides.ours, sides.floor), wanted, plots);
        return new Written(text.toString(), plots, verdicts);
    }

    private List<Verdict> show(StringBuilder text, LegFile legFile, int wanted, Map<String, String> plots) {
        var legs = legFile.legs();
        rows(text, legs);
        var verdicts = limits(legFile, wanted);
        say(text, verdicts);
        courses(text, legs, plots);
        return verdicts;
    }

    private List<Verdict> compare(
            StringBuilder text, LegFile legFile, Pairs compared, int wanted, Map<String, String> plots) {
        text.append(counted(legFile.legs(), compared, wanted)).append("\n\n");
        if (compared.count() == 0) return List.of();
        table(text, compared);
        var hops = new Hops(Latencies.beside(legFile), compared);
        var claim = compared.count() >= wanted && !Results.arePreliminary(legFile.facts());
        hops.write(text);
        var verdicts = new ArrayList<Verdict>();
        hops.verdict(claim).ifPresent(verdicts::add);
        verdicts.addAll(targets(compared, claim));
        verdicts.addAll(limits(legFile, wanted));
        say(text, verdicts);
        plots(text, compared, plots);
        hops.plot(file, heading, plots, text);
        return verdicts;
    }

    /// The median of the legs that count, and the least and the most.
    private void rows(StringBuilder text, List<Leg> legs) {
        text.append("| |");
        figures.forEach(figure -> text.append(" %s (%s) |".formatted(figure.shown, figure.unit)));
        text.append(" legs |\n|---").append("|---".repeat(figures.size() + 1)).append("|\n");
        for (var side : legs.stream().map(Leg::side).distinct().toList()) {
            var counted = legs.stream()
                    .filter(leg -> leg.side().equals(side) && leg.counts())
                    .toList();
            text.append("| ").append(side).append(" |");
            figures.forEach(figure -> text.append(" %s |".formatted(spread(counted, figure.name))));
            text.append(" %d |\n".formatted(counted.size()));
        }
        text.append('\n');
    }

    /// How what is on the heap went from leg to leg.
    private void courses(StringBuilder text, List<Leg> legs, Map<String, String> plots) {
        var courses = new LinkedHashMap<String, List<Double>>();
        for (var figure : figures)
            if (figure.name.startsWith("heap "))
                courses.put(
                        figure.name.substring(5),
                        legs.stream().map(leg -> leg.figure(figure.name)).toList());
        if (courses.isEmpty() || legs.size() < 3) return;
        plots.put(file + "-heap.svg", Plots.courses(heading + ": heap after a full collection", "MiB", courses));
        text.append(Hops.picture(file + "-heap.svg"));
    }

    private static String spread(List<Leg> legs, String name) {
        var sorted = legs.stream().mapToDouble(leg -> leg.figure(name)).sorted().toArray();
        if (sorted.length == 0) return "–";
        var median = Figures.of(Figures.median(sorted));
        return sorted.length == 1
                ? median
                : "%s (%s – %s)".formatted(median, Figures.of(sorted[0]), Figures.of(sorted[sorted.length - 1]));
    }

    private static void conditions(StringBuilder text, SequencedMap<String, String> facts) {
        if (Results.arePreliminary(facts))
            text.append("**Preliminary: other programs used the processors meanwhile.** ");
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append(" · "));
        text.setLength(text.length() - 3);
        text.append("\n\n");
    }

    private static String counted(List<Leg> legs, Pairs compared, int wanted) {
        var voided = legs.stream().filter(leg -> !leg.counts()).count();
        return "%d pairs of legs count%s, %d legs were void."
                .formatted(
                        compared.count(),
                        compared.count() < wanted ? " (cut off: a claim wants %d)".formatted(wanted) : "",
                        voided);
    }

    private void table(StringBuilder text, Pairs compared) {
        text.append("| | %1$s | %2$s | %1$s : %2$s, 95 %% |\n|---|---|---|---|\n".formatted(sides.ours, sides.floor));
        for (var figure : figures) {
            var ratio = compared.ratio(figure.name);
            if (Double.isNaN(compared.median(true, figure.name))) continue;
            text.append("| %s (%s) | %s | %s | %s |\n"
                    .formatted(
                            figure.shown,
                            figure.unit,
                            Figures.of(compared.median(true, figure.name)),
                            Figures.of(compared.median(false, figure.name)),
                            shown(ratio)));
        }
        text.append('\n');
    }

    private static String shown(Bounds ratio) {
        return Double.isFinite(ratio.middle())
                ? "%.2f (%.2f – %.2f)".formatted(ratio.middle(), ratio.lower(), ratio.upper())
                : "–";
    }

    private static void say(StringBuilder text, List<Verdict> verdicts) {
        verdicts.forEach(verdict -> text.append(verdict.line()));
        if (!verdicts.isEmpty()) text.append('\n');
    }

    /// @param claim whether the evidence is enough to say that something is reached
    private List<Verdict> targets(Pairs compared, boolean claim) {
        return targets.stream()
                .map(target -> {
                    var ratio = compared.ratio(target.name);
                    return new Verdict(
                            "%s %s %.2f of %s"
                                    .formatted(
                                            target.shown,
                                            target.atMost ? "at most" : "at least",
                                            target.bound,
                                            sides.floor.equals(RelaySection.FLOOR)
                                                    ? "the floor"
                                                    : "“" + sides.floor + "”"),
                            verdict(holds(ratio, target.bound, target.atMost), claim),
                            "%s bound %.2f"
                                    .formatted(
                                            target.atMost ? "upper" : "lower",
                                            target.atMost ? ratio.upper() : ratio.lower()));
                })
                .toList();
    }

    /// By the bounds of the median of the legs that count.
    private List<Verdict> limits(LegFile legFile, int wanted) {
        return limits.stream()
                .map(limit -> {
                    var counted = legFile.legs().stream()
                            .filter(leg -> leg.pair() > 0 && leg.side().equals(limit.side) && leg.counts())
                            .map(leg -> leg.figure(limit.name))
                            .toList();
                    var median = Bounds.of(counted, Chapter::median, 1);
                    var claim = counted.size() >= wanted && !Results.arePreliminary(legFile.facts());
                    return new Verdict(
                            "%s %s %s %s"
                                    .formatted(
                                            limit.shown,
                                            limit.atMost ? "at most" : "at least",
                                            Figures.of(limit.bound),
                                            limit.unit),
                            verdict(holds(median, limit.bound, limit.atMost), claim),
                            "%s bound %s"
                                    .formatted(
                                            limit.atMost ? "upper" : "lower",
                                            Figures.of(limit.atMost ? median.upper() : median.lower())));
                })
                .toList();
    }

    private static double median(List<Double> figures) {
        return Figures.median(
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private static boolean holds(Bounds bounds, double bound, boolean atMost) {
        return atMost ? bounds.upper() <= bound : bounds.lower() >= bound;
    }

    static String verdict(boolean held, boolean claim) {
        return held ? claim ? "reached" : "not claimed, the evidence is not enough" : "not reached";
    }

    private void plots(StringBuilder text, Pairs compared, Map<String, String> plots) {
        var first = figures.getFirst();
        plots.put(
                file + "-pairs.svg",
                Plots.pairs(heading + ": " + first.shown, first.unit, first.name, compared, sides));
        var bars = new LinkedHashMap<String, SequencedMap<String, Double>>();
        bars.put(sides.ours, processorTimes(compared, true));
        bars.put(sides.floor, processorTimes(compared, false));
        if (bars.values().stream().noneMatch(Map::isEmpty))
            plots.put(file + "-cpu.svg", Plots.bars(heading + ": CPU of each process", "ms", bars));
        plots.keySet().forEach(plot -> text.append(Hops.picture(plot)));
    }

    private static SequencedMap<String, Double> processorTimes(Pairs compared, boolean ours) {
        var times = new LinkedHashMap<String, Double>();
        compared.legs(ours).getFirst().figures().keySet().stream()
                .filter(name -> name.startsWith("CPU ") && !name.equals("CPU together"))
                .forEach(name -> times.put(name.substring(4), compared.median(ours, name)));
        return times;
    }
}
