package thami.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/// The pictures of the page.
final class Plots {

    private static final int WIDTH = 760;
    private static final String GREY = "#d7d7d7";

    /// The legs of both sides beside each other: what the spread of a figure is.
    static String pairs(String title, String unit, String figure, Pairs compared, Chapter.Sides sides) {
        var svg = new Svg(WIDTH, 300, title);
        var ours = compared.figures(true, figure).toArray();
        var floor = compared.figures(false, figure).toArray();
        var most = DoubleStream.concat(Arrays.stream(ours), Arrays.stream(floor))
                        .max()
                        .orElse(1)
                * 1.1;
        DoubleUnaryOperator high = value -> 250 - value / most * 190;
        scale(svg, most, high, unit);
        var legs = Math.max(ours.length, floor.length);
        for (var i = 0; i < legs; i++) {
            var x = 90 + (i + 0.5) * (WIDTH - 120.0) / legs;
            if (i < ours.length) svg.dot(x - 5, high.applyAsDouble(ours[i]), Svg.COLOURS.get(0));
            if (i < floor.length) svg.dot(x + 5, high.applyAsDouble(floor[i]), Svg.COLOURS.get(1));
            svg.text(x, 268, "middle", String.valueOf(i + 1));
        }
        svg.text(WIDTH / 2.0, 288, "middle", "pair of legs");
        legend(svg, List.of(sides.ours(), sides.floor()), 44);
        return svg.toString();
    }

    /// Several figures from leg to leg.
    static String courses(String title, String unit, SequencedMap<String, List<Double>> courses) {
        var svg = new Svg(WIDTH, 320, title);
        var most = courses.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(it -> it)
                        .max()
                        .orElse(1)
                * 1.1;
        DoubleUnaryOperator high = value -> 270 - value / most * 190;
        scale(svg, most, high, unit);
        var number = 0;
        for (var course : courses.values()) {
            var points = new ArrayList<double[]>();
            for (var i = 0; i < course.size(); i++) {
                var x = 90 + (i + 0.5) * (WIDTH - 120.0) / course.size();
                points.add(new double[] {x, high.applyAsDouble(course.get(i))});
                if (number == 0) svg.text(x, 288, "middle", String.valueOf(i + 1));
            }
            svg.curve(points, colour(number++));
        }
        svg.text(WIDTH / 2.0, 308, "middle", "leg");
        legend(svg, List.copyOf(courses.keySet()), 40);
        return svg.toString();
    }

    /// One bar per side, one colour per process.
    static String bars(String title, String unit, SequencedMap<String, SequencedMap<String, Double>> sides) {
        var names = sides.values().stream()
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .toList();
        var svg = new Svg(WIDTH, 110 + 54 * sides.size() + 18 * ((names.size() + 3) / 4), title);
        var most = sides.values().stream()
                .mapToDouble(it -> it.values().stream().mapToDouble(x -> x).sum())
                .max()
                .orElse(1);
        var y = 44.0;
        for (var side : sides.entrySet()) {
            svg.text(16, y + 22, "start", side.getKey());
            var x = 130.0;
            for (var part : side.getValue().entrySet()) {
                var wide = part.getValue() / most * (WIDTH - 240);
                svg.rectangle(x, y, wide, 34, colour(names.indexOf(part.getKey())));
                if (wide > 34) svg.text(x + wide / 2, y + 22, "middle", Figures.of(part.getValue()));
                x += wide;
            }
            var sum = side.getValue().values().stream().mapToDouble(it -> it).sum();
            svg.text(x + 8, y + 22, "start", Figures.of(sum) + " " + unit);
            y += 54;
        }
        legend(svg, names, y + 10);
        return svg.toString();
    }

    /// Latency by percentile, both axes logarithmic: what one in ten, in a hundred, in a thousand had to wait.
    static String percentiles(String title, Map<String, Histogram> histograms) {
        var svg = new Svg(WIDTH, 340, title);
        var most = histograms.values().stream()
                .mapToDouble(Histogram::getMaxValue)
                .max()
                .orElse(1);
        var least = histograms.values().stream()
                .mapToDouble(it -> Math.max(1, it.getMinValue()))
                .min()
                .orElse(1);
        var from = Math.floor(Math.log10(least));
        var to = Math.ceil(Math.log10(most));
        DoubleUnaryOperator high = micros -> 270 - (Math.log10(Math.max(1, micros)) - from) / (to - from) * 190;
        for (var power = from; power <= to; power++) {
            var y = high.applyAsDouble(Math.pow(10, power));
            svg.line(80, y, WIDTH - 30, y, GREY, 1);
            svg.text(72, y + 4, "end", Figures.of(Math.pow(10, power) / 1000) + " ms");
        }
        for (var percentile : new double[] {50, 90, 99, 99.9}) {
            svg.line(across(percentile), 80, across(percentile), 270, GREY, 1);
            svg.text(
                    across(percentile),
                    288,
                    "middle",
                    "p" + (percentile == 99.9 ? "99.9" : "%.0f".formatted(percentile)));
        }
        var number = 0;
        for (var histogram : histograms.values()) {
            var points = new ArrayList<double[]>();
            for (var percentile = 1.0; percentile < 99.95; percentile += (100 - percentile) * 0.05)
                points.add(
                        new double[] {across(percentile), high.applyAsDouble(histogram.getValueAtPercentile(percentile))
                        });
            svg.curve(points, colour(number++));
        }
        legend(svg, List.copyOf(histograms.keySet()), 50);
        return svg.toString();
    }

    private static double across(double percentile) {
        return 80 + -Math.log10(1 - percentile / 100) / 3.3 * (WIDTH - 120);
    }

    private static void scale(Svg svg, double most, DoubleUnaryOperator high, String unit) {
        for (var i = 0; i <= 4; i++) {
            var value = most / 4.4 * i;
            var y = high.applyAsDouble(value);
            svg.line(80, y, WIDTH - 20, y, GREY, 1);
            svg.text(72, y + 4, "end", Figures.of(value));
        }
        svg.text(WIDTH - 20, 26, "end", unit);
    }

    private static void legend(Svg svg, List<String> names, double y) {
        for (var i = 0; i < names.size(); i++) {
            var x = 90 + i % 4 * 160.0;
            var line = y + i / 4 * 18.0;
            svg.rectangle(x, line, 11, 11, colour(i));
            svg.text(x + 17, line + 10, "start", names.get(i));
        }
    }

    private static String colour(int number) {
        return Svg.COLOURS.get(Math.floorMod(number, Svg.COLOURS.size()));
    }

    private Plots() {}
}
