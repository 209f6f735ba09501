package ca.vitaravox.server.web.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of columns, drawn on the server: each column is {@link #STEP} wide and the highest {@link #HEIGHT} high.
 *
 * @param columns from left to right
 * @param most the highest value
 */
public record Columns(List<Column> columns, int most) {
    /** How much room a column has. */
    public static final int STEP = 10;
    /** How high the highest is. */
    public static final int HEIGHT = 100;

    /**
     * A column.
     *
     * @param label what it is of
     * @param value how much
     * @param x where it begins
     * @param height how high it is
     */
    public record Column(String label, int value, int x, double height) {
        /** Where its upper end is. */
        public double y() {
            return HEIGHT - height;
        }
    }

    static Columns of(Map<String, Integer> values) {
        int most = values.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        new LinkedHashMap<>(values)
                .forEach((label, value) -> columns.add(new Column(
                        label,
                        value,
                        columns.size() * STEP,
                        most == 0 ? 0 : Math.round(value * HEIGHT * 10.0 / most) / 10.0)));
        return new Columns(columns, most);
    }

    /** How wide it is. */
    public int width() {
        return Math.max(1, columns.size()) * STEP;
    }

    /** A few of its labels, evenly spread. */
    public List<String> ticks() {
        int last = columns.size() - 1;
        if (last < 4) {
            return columns.stream().map(Column::label).toList();
        }
        return List.of(0, last / 4, last / 2, last * 3 / 4, last).stream()
                .map(each -> columns.get(each).label())
                .toList();
    }
}
