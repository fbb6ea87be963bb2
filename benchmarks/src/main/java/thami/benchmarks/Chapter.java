package thami.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What the page says of one section: nothing but what its file of legs says.
record Chapter(String heading, String command, String explained, List<Figure> figures, List<Target> targets) {

    /// A row of the table. @param name as the legs call it
    record Figure(String name, String shown, String unit) {}

    /// What a ratio is held to. @param atMost whether smaller is better
    record Target(String name, String shown, double bound, boolean atMost) {}

    /// @param plots what was drawn, by file name
    record Written(String markdown, Map<String, String> plots) {}

    Written write(LegFile file, int wanted) {
        var plots = new LinkedHashMap<String, String>();
        var text = new StringBuilder("## " + heading + "\n\n" + explained + "\n\n");
        var legs = file.legs();
        if (legs.isEmpty()) {
            return new Written(text + "Not measured yet: `./thami bench " + command + "`.\n", plots);
        }
        var pairs = Pairs.of(legs, RelaySection.OURS, RelaySection.FLOOR);
        conditions(text, file.facts());
        text.append(counted(legs, pairs, wanted)).append("\n\n");
        if (pairs.count() > 0) {
            table(text, pairs);
            targets(text, pairs);
            plots(text, pairs, plots);
        }
        return new Written(text.toString(), plots);
    }

    private static void conditions(StringBuilder text, SequencedMap<String, String> facts) {
        if (facts.getOrDefault(Results.CONDITIONS, "").startsWith("PRELIMINARY"))
            text.append("**Preliminary: other programs used the processors meanwhile.** ");
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append(" · "));
        text.setLength(text.length() - 3);
        text.append("\n\n");
    }

    private static String counted(List<Leg> legs, Pairs pairs, int wanted) {
        var voided = legs.stream().filter(leg -> !leg.counts()).count();
        return "%d pairs of legs count%s, %d legs were void."
                .formatted(
                        pairs.count(),
                        pairs.count() < wanted ? " (**cut off**: %d are wanted)".formatted(wanted) : "",
                        voided);
    }

    private void table(StringBuilder text, Pairs pairs) {
        text.append("| | ours | floor | ours : floor, 95 % |\n|---|---|---|---|\n");
        for (var figure : figures) {
            var ratio = pairs.ratio(figure.name);
            text.append("| %s (%s) | %s | %s | %s |\n"
                    .formatted(
                            figure.shown,
                            figure.unit,
                            Figures.of(pairs.median(true, figure.name)),
                            Figures.of(pairs.median(false, figure.name)),
                            shown(ratio)));
        }
        text.append('\n');
    }

    private static String shown(Bounds ratio) {
        return Double.isFinite(ratio.middle())
                ? "%.2f (%.2f – %.2f)".formatted(ratio.middle(), ratio.lower(), ratio.upper())
                : "–";
    }

    private void targets(StringBuilder text, Pairs pairs) {
        for (var target : targets) {
            var ratio = pairs.ratio(target.name);
            var held = target.atMost ? ratio.upper() <= target.bound : ratio.lower() >= target.bound;
            text.append("- %s %s %.2f of the floor: **%s** (%s bound %.2f)\n"
                    .formatted(
                            target.shown,
                            target.atMost ? "at most" : "at least",
                            target.bound,
                            held ? "reached" : "not shown",
                            target.atMost ? "upper" : "lower",
                            target.atMost ? ratio.upper() : ratio.lower()));
        }
        if (!targets.isEmpty()) text.append('\n');
    }

    private void plots(StringBuilder text, Pairs pairs, Map<String, String> plots) {
        var first = figures.getFirst();
        plots.put(command + "-pairs.svg", Plots.pairs(first.shown, first.unit, first.name, pairs));
        var bars = new LinkedHashMap<String, SequencedMap<String, Double>>();
        bars.put("ours", processorTimes(pairs, true));
        bars.put("floor", processorTimes(pairs, false));
        plots.put(command + "-cpu.svg", Plots.bars("CPU by process", "ms", bars));
        for (var plot : new ArrayList<>(plots.keySet()))
            text.append("![%s](performance/%s)\n".formatted(plot.replace(".svg", ""), plot));
    }

    private static SequencedMap<String, Double> processorTimes(Pairs pairs, boolean ours) {
        var times = new LinkedHashMap<String, Double>();
        var leg = ours ? pairs.all().getFirst().ours() : pairs.all().getFirst().floor();
        leg.figures().keySet().stream()
                .filter(name -> name.startsWith("CPU ") && !name.equals("CPU together"))
                .forEach(name -> times.put(name.substring(4), pairs.median(ours, name)));
        return times;
    }
}
