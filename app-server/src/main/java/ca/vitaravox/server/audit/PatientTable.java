package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.server.audit.PatientExport.Subject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was done with one patient's information, as a table for a spreadsheet, the latest first. It is there to be read and
 * proves nothing: {@link PatientExport} does. Thread-safe.
 */
public final class PatientTable {
    private static final int PAGE = 1_000;
    private static final List<String> COLUMNS = columns();

    private final AuditPages pages;

    /** Tables from this trail. */
    public PatientTable(AuditPages pages) {
        this.pages = pages;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("position"));
        columns.addAll(AuditEntry.TEXTS);
        columns.add("information");
        return columns;
    }

    /** Writes a line with the names of the columns, and one for each entry. */
    public void write(Subject subject, Appendable out) throws IOException {
        AuditQuery query = new AuditQuery(
                subject.clinic(),
                Optional.of(subject.chart()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        out.append(CsvLine.of(COLUMNS));
        List<AuditLine> page = pages.page(query, OptionalLong.empty(), PAGE);
        while (!page.isEmpty()) {
            for (AuditLine line : page) {
                if (line.emr().equals(subject.emr())) {
                    out.append(line(AuditShape.line(line)));
                }
            }
            page = pages.page(query, OptionalLong.of(page.get(page.size() - 1).position()), PAGE);
        }
    }

    private static String line(ObjectNode entry) {
        return CsvLine.of(
                COLUMNS.stream().map(column -> entry.path(column).asText("")).toList());
    }
}
