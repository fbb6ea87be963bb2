package thami.benchmarks;

import java.util.List;
import java.util.Locale;

/// A picture that is put together line by line, with the look that all plots of the page share.
final class Svg {

    static final List<String> COLOURS = List.of(
            "#1f5fa8", "#d1742b", "#3b8a55", "#8a4a9e", "#b03a48", "#6b7280", "#0f8f9c", "#a68a1d", "#4b4b8f",
            "#7a5230");

    private final StringBuilder lines = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        text(16, 26, 15, "start", "bold", title);
    }

    Svg rectangle(double x, double y, double wide, double high, String colour) {
        return add("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>", x, y, wide, high, colour);
    }

    Svg line(double fromX, double fromY, double toX, double toY, String colour, double thick) {
        return add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>",
                fromX, fromY, toX, toY, colour, thick);
    }

    Svg dot(double x, double y, String colour) {
        return add("<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>", x, y, colour);
    }

    Svg curve(List<double[]> points, String colour) {
        var path = new StringBuilder();
        points.forEach(point -> path.append("%.1f,%.1f ".formatted(point[0], point[1])));
        return add(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                path.toString().strip(), colour);
    }

    Svg text(double x, double y, String anchor, String text) {
        return text(x, y, 12, anchor, "normal", text);
    }

    private Svg text(double x, double y, int size, String anchor, String weight, String text) {
        return add(
                "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' font-weight='%s' fill='#1b1b1b'>%s</text>",
                x, y, size, anchor, weight, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private Svg add(String pattern, Object... values) {
        lines.append("  ")
                .append(String.format(Locale.ENGLISH, pattern, values))
                .append('\n');
        return this;
    }

    @Override
    public String toString() {
        return """
                <svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' font-family='sans-serif'>
                  <rect width='%1$d' height='%2$d' fill='#ffffff'/>
                %3$s</svg>
                """.formatted(width, height, lines);
    }
}
