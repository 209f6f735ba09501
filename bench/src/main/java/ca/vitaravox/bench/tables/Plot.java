package ca.vitaravox.bench.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Bars in a small SVG, the longest as long as there is room. */
final class Plot {
    private static final int ROW = 26;
    private static final int LABELS = 220;
    private static final int BARS = 400;
    private static final int NUMBERS = 90;

    private Plot() {}

    /** Draws what was measured, in this order, into {@code bench/plots/NAME.svg}. */
    static void draw(String name, String title, Map<String, Double> bars) throws IOException {
        double longest = bars.values().stream().mapToDouble(each -> each).max().orElseThrow();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        .formatted(LABELS + BARS + NUMBERS, ROW * (bars.size() + 1) + 8));
        svg.append("<text x=\"4\" y=\"18\" font-weight=\"bold\">%s</text>%n".formatted(escaped(title)));
        int y = ROW + 4;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            int width = (int) Math.max(1, Math.round(BARS * bar.getValue() / longest));
            svg.append("<text x=\"4\" y=\"%d\">%s</text>%n".formatted(y + 17, escaped(bar.getKey())));
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#4a7a9d\"/>%n"
                    .formatted(LABELS, y + 4, width, ROW - 8));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\">%s</text>%n",
                    LABELS + width + 6,
                    y + 17,
                    Table.number(bar.getValue())));
            y += ROW;
        }
        svg.append("</svg>\n");
        Path file = Bench.root().resolve("bench/plots").resolve(name + ".svg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
