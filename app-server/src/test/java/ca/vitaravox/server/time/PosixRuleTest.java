package ca.vitaravox.server.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosixRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EST5EDT,M3.2.0,M11.1.0                | 2041-03-10T02:00 | 2041-11-03T02:00",
                "<-02>2<-01>,M3.5.0/-1,M10.5.0/0       | 2041-03-30T23:00 | 2041-10-27T00:00",
                "IST-2IDT,M3.4.4/26,M10.5.0            | 2041-03-29T02:00 | 2041-10-27T02:00",
                "EET-2EEST,M3.4.4/50,M10.4.4/50        | 2041-03-30T02:00 | 2041-10-26T02:00",
                "EET-2EEST,M4.5.5/0,M10.5.4/24         | 2041-04-26T00:00 | 2041-11-01T00:00",
                "AEST-10AEDT,M10.1.0,M4.1.0/3          | 2041-04-07T03:00 | 2041-10-06T02:00",
                "IST-1GMT0,M10.5.0,M3.5.0/1            | 2041-03-31T01:00 | 2041-10-27T02:00",
                "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45 | 2041-04-07T03:45 | 2041-09-29T02:45",
            })
    void a_rule_gives_the_changes_of_a_year_in_their_order(String rule, String first, String second) {
        List<LocalDateTime> changes = PosixRule.parse(rule).yearly().stream()
                .map(change -> change.createTransition(2041).getDateTimeBefore())
                .toList();

        assertEquals(List.of(LocalDateTime.parse(first), LocalDateTime.parse(second)), changes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MST7", "<+0530>-5:30", "UTC0"})
    void a_zone_that_keeps_its_clocks_has_no_changes(String rule) {
        assertEquals(List.of(), PosixRule.parse(rule).yearly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EST", "EST5EDT,J60,J300", "EST5EDT,M3.2.0", "EST5EDT,M2.5.0/-1,M11.1.0"})
    void what_cannot_be_read_exactly_is_refused(String rule) {
        assertThrows(IllegalArgumentException.class, () -> PosixRule.parse(rule));
    }

    @Test
    void daylight_time_saves_an_hour_unless_the_rule_says_how_much() {
        var usual = PosixRule.parse("EST5EDT,M3.2.0,M11.1.0").yearly().get(0);
        var half =
                PosixRule.parse("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0").yearly().get(1);

        assertEquals(3600, usual.createTransition(2041).getDuration().toSeconds());
        assertEquals(1800, half.createTransition(2041).getDuration().toSeconds());
    }
}
