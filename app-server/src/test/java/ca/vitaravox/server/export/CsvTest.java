package ca.vitaravox.server.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What spreadsheets make of our rows. */
class CsvTest {
    @Test
    void a_file_begins_as_utf_8_and_its_rows_compute_nothing() throws IOException {
        StringBuilder file = new StringBuilder();
        Csv csv = new Csv(file);
        csv.row("name", "é");
        csv.row("=1+1", "");
        assertEquals("\uFEFF\"name\",\"é\"\r\n\"'=1+1\",\"\"\r\n", file.toString());
    }
}
