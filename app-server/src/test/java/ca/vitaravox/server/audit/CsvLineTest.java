package ca.vitaravox.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void fields_stay_fields_whatever_is_in_them() {
        assertEquals("\"a\",\"\",\"b,c\"\r\n", CsvLine.of(List.of("a", "", "b,c")));
        assertEquals("\"say \"\"hello\"\"\",\"two\nlines\"\r\n", CsvLine.of(List.of("say \"hello\"", "two\nlines")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x.test\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uff1d1",
                "\uff20x"
            })
    void what_a_spreadsheet_would_compute_is_a_text(String formula) {
        assertEquals("\"'" + formula.replace("\"", "\"\"") + "\"\r\n", CsvLine.of(List.of(formula)));
    }

    @Test
    void what_only_looks_like_one_further_on_is_left_alone() {
        assertEquals("\"a=b\",\"2026-03-02\",\" =1\"\r\n", CsvLine.of(List.of("a=b", "2026-03-02", " =1")));
    }
}
