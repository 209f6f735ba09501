package ca.vitaravox.server.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows a file has, and what it says of further ones. */
class RowsTest {
    private int read;

    private Rows.Pages<Integer> numbers(int many) {
        return (last, most) -> {
            read++;
            int from = last.orElse(0);
            return IntStream.rangeClosed(from + 1, Math.min(many, from + most))
                    .boxed()
                    .toList();
        };
    }

    /** Open things, then those that are done, as rows of one cell. */
    private List<String> file(int open, int done) throws IOException {
        StringBuilder text = new StringBuilder();
        Csv csv = new Csv(text);
        Rows rows = new Rows(csv);
        Rows.Page<Integer> page = numbers -> {
            for (int number : numbers) {
                csv.row("" + number);
            }
        };
        if (rows.write(numbers(open), page)) {
            rows.write(numbers(done), page);
        }
        return text.substring(1).lines().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "49999, 0, false",
        "50000, 0, false",
        "50001, 0, true",
        "0, 50000, false",
        "0, 50001, true",
        "49999, 1, false",
        "49999, 2, true",
        "50000, 1, true",
        "50001, 50001, true",
        "500, 500, false"
    })
    void a_file_has_50_000_rows_at_most_and_says_once_where_there_are_more(int open, int done, boolean more)
            throws IOException {
        List<String> rows = file(open, done);
        long said = rows.stream().filter(("\"" + Export.MORE + "\"")::equals).count();
        assertEquals(more ? 1 : 0, said);
        assertEquals(Math.min(Export.MOST_ROWS, open + done), rows.size() - said);
        assertEquals(more, !rows.isEmpty() && rows.get(rows.size() - 1).contains(Export.MORE));
    }

    @Test
    void a_page_that_is_not_full_is_the_last() throws IOException {
        file(Export.AT_A_TIME - 1, 0);
        assertEquals(2, read);
        read = 0;
        file(Export.AT_A_TIME, 0);
        assertEquals(3, read);
    }
}
