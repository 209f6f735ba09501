package ca.vitaravox.oscar.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.ports.booking.EmrListing.ListedCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long before its time a template code may be offered, as OSCAR's own pages ask. */
class ListedCodesTest {
    private static ListedCode code(String confirm, int limit) {
        ObjectNode row = OscarJson.object();
        row.put("code", "1").put("description", "15 Minute Appointment").put("duration", "15");
        return OscarListing.code(row.put("confirm", confirm).put("bookinglimit", limit));
    }

    @ParameterizedTest
    @CsvSource({
        "N, 1, ANY",
        "No, 1, ANY",
        "'', 1, ANY",
        "Yes, 1, ANY",
        "Day, 1, SAME_DAY",
        "Wk, 1, SAME_WEEK",
        "Onc, 1, NEVER",
        "N, 0, NEVER",
        "Day, 0, NEVER",
        "N, 2, ANY"
    })
    void a_code_says_how_long_before_it_may_be_offered(String confirm, int limit, Notice notice) {
        assertEquals(notice, code(confirm, limit).notice());
    }

    @Test
    void a_code_without_a_limit_has_one_of_one() {
        ObjectNode row = OscarJson.object()
                .put("code", "A")
                .put("description", "Academic")
                .put("duration", "");
        assertEquals(new ListedCode("A", "Academic", Optional.empty(), Notice.ANY), OscarListing.code(row));
        assertEquals(Optional.of(Duration.ofMinutes(15)), code("N", 1).length());
    }
}
