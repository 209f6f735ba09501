package ca.vitaravox.bench.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table in Markdown, said line by line as it is made, so that a run that is broken off has said something. */
final class Table {
    private static final Logger LOG = LoggerFactory.getLogger(Table.class);

    private final List<String> columns;

    Table(String... columns) {
        this.columns = List.of(columns);
        say(this.columns);
        say(this.columns.stream().map(each -> "---").toList());
    }

    void row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell instanceof Double number ? number(number) : String.valueOf(cell));
        }
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells");
        }
        say(texts);
    }

    private static void say(List<String> cells) {
        LOG.info("| {} |", String.join(" | ", cells));
    }

    /** With three digits that say something. */
    static String number(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
    }

    /** Microseconds as milliseconds. */
    static String ms(long micros) {
        return number(micros / 1e3);
    }
}
