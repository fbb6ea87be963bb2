package thami.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Figures as people read them: three digits that matter.
public final class Figures {

    public static String of(double value) {
        if (Double.isNaN(value)) return "–";
        var size = Math.abs(value);
        var pattern = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return pattern.formatted(value);
    }

    /// @param sorted ascending
    static double median(double[] sorted) {
        if (sorted.length == 0) return Double.NaN;
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    static String line(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .limit(7)
                .map(figure -> figure.getKey() + " " + of(figure.getValue()))
                .collect(Collectors.joining(", "));
    }

    static {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    private Figures() {}
}
