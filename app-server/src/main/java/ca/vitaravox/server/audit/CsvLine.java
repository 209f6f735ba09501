package ca.vitaravox.server.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a table for spreadsheets: RFC 4180, every field in quotes. A field that a spreadsheet would take for a formula
 * gets an apostrophe before it, as OWASP has it, so that what somebody had written into the trail runs nowhere.
 */
public final class CsvLine {
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvLine() {}

    /** A line of these fields, with its end. */
    public static String of(List<String> fields) {
        return fields.stream().map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
