package ca.vitaravox.server.export;

import ca.vitaravox.server.audit.CsvLine;
import java.io.IOException;
import java.util.List;

/** Rows of a file for spreadsheets, written one after the other. For one thread. */
final class Csv {
    /** Spreadsheets take a text for UTF-8 that begins with it. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Appendable out;

    /** Begins a file. */
    Csv(Appendable out) throws IOException {
        this.out = out;
        out.append(BYTE_ORDER_MARK);
    }

    /** Writes a row. */
    void row(String... cells) throws IOException {
        out.append(CsvLine.of(List.of(cells)));
    }
}
