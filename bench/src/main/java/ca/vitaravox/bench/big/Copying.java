package ca.vitaravox.bench.big;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table, in PostgreSQL's own text form; values hold no tabs, breaks or backslashes. */
final class Copying implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final PGCopyOutputStream out;
    private final StringBuilder rows = new StringBuilder(BUFFER);

    /** Into these columns, as {@code audit (clinic_id, at)}. */
    Copying(Connection connection, String columns) throws SQLException {
        out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "COPY " + columns + " FROM STDIN", BUFFER);
    }

    void row(Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        rows.append('\n');
        if (rows.length() > BUFFER / 2) {
            send();
        }
    }

    private void send() throws IOException {
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        rows.setLength(0);
    }

    @Override
    public void close() throws IOException {
        send();
        out.close();
    }
}
