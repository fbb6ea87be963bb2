package thami.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// From hop to hop: how long each of the way's steps took, ours and the floor's, where a leg kept that.
record Hops(Latencies latencies, Pairs pairs) {

    static final double P99_AT_MOST = 3;

    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("accepted", "intended → 201");
        names.put("visible", "→ visible to staff");
        names.put("admitted", "→ admitted");
        names.put("complete", "→ four modules recorded");
        names.put("ready", "→ entitled");
        names.put("released", "→ previewed and released");
        names.put("mailed", "**intended → 250 of the last mail**");
        return names;
    }

    static String picture(String file) {
        return "![%s](performance/%s)\n\n".formatted(file.replace(".svg", ""), file);
    }

    private boolean isEmpty() {
        return latencies.of(RelaySection.OURS, "mailed").getTotalCount() == 0;
    }

    void write(StringBuilder text) {
        if (isEmpty()) return;
        text.append("| milliseconds | ours p50 | ours p99 | floor p50 | floor p99 |\n|---|---|---|---|---|\n");
        NAMES.forEach((name, shown) -> {
            var ours = latencies.of(RelaySection.OURS, name);
            var floor = latencies.of(RelaySection.FLOOR, name);
            text.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(shown, at(ours, 50), at(ours, 99), at(floor, 50), at(floor, 99)));
        });
        text.append('\n');
    }

    /// @param claim whether the evidence is enough to say that something is reached
    Optional<Chapter.Verdict> verdict(boolean claim) {
        if (isEmpty()) return Optional.empty();
        var ratio = latencies.ratio(pairs, "mailed", 99);
        return Optional.of(new Chapter.Verdict(
                "p99 at most %.2f of the floor".formatted(P99_AT_MOST),
                Chapter.verdict(ratio.upper() <= P99_AT_MOST, claim),
                "upper bound %.2f".formatted(ratio.upper())));
    }

    private static String at(Histogram histogram, double percentile) {
        return Figures.of(histogram.getValueAtPercentile(percentile) / 1000.0);
    }

    void plot(String file, String heading, Map<String, String> plots, StringBuilder text) {
        if (isEmpty()) return;
        var curves = new LinkedHashMap<String, Histogram>();
        for (var side : List.of(RelaySection.OURS, RelaySection.FLOOR)) {
            curves.put(side + ", 201", latencies.of(side, "accepted"));
            curves.put(side + ", last mail", latencies.of(side, "mailed"));
        }
        var name = file + "-latency.svg";
        plots.put(name, Plots.percentiles(heading + ": latency", curves));
        text.append(picture(name));
    }
}
