package ca.vitaravox.domain.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.patient.PatientName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardNamesTest {
    private final HeardNames names = new HeardNames((one, other) -> false);

    @ParameterizedTest
    @CsvSource({
        "siobhan, oneill, Siobhán, O'Neill",
        "SIOBHAN, O Neill, Siobhán, O’Neill",
        "jean luc, tremblay roy, Jean-Luc, Tremblay-Roy",
        "Jean, Tremblay, Jean-Luc, Tremblay-Roy",
        "Katherine, McLeod, Katherine, MacLeod",
        "Katherine, Mac Leod, Katherine, McLeod",
        "Kate, MacLeod, Katherine, MacLeod",
        "Bob, Okafor, Robert, Okafor",
        "Zhang, Wei, Wei, Zhang",
        "伟, 张, 伟, 张"
    })
    void a_name_as_it_is_heard_is_the_name_on_the_chart(
            String first, String last, String chartFirst, String chartLast) {
        assertTrue(names.same(new PatientName(first, last), new PatientName(chartFirst, chartLast)));
    }

    @ParameterizedTest
    @CsvSource({
        "Robin, Castellan, Noa, Castellan",
        "Robin, Castle, Robin, Castellan",
        "Kate, MacLeod, Karen, MacLeod",
        "Roy, Tremblay, Jean-Luc, Tremblay-Roy",
        "Mac, Leod, Katherine, MacLeod",
        "-, -, Robin, Castellan",
        "伟, 张, 芳, 张"
    })
    void another_name_is_not(String first, String last, String chartFirst, String chartLast) {
        assertFalse(names.same(new PatientName(first, last), new PatientName(chartFirst, chartLast)));
    }

    @Test
    void names_that_sound_the_same_are_the_same() {
        HeardNames phonetic = new HeardNames((one, other) -> one.equals("cathryn") && other.equals("katherine"));
        assertTrue(phonetic.sameFirst("Cathryn", "Katherine"));
    }

    @ParameterizedTest
    @CsvSource({
        "Robin Castellan, true",
        "robin, true",
        "Robin Castle, false",
        "Noa Castellan, false",
        "Castellan, false",
        "Robin Robin Castellan, false"
    })
    void a_whole_name_may_stand_in_the_place_of_the_first(String heard, boolean same) {
        assertEquals(same, names.sameFirst(heard, new PatientName("Robin", "Castellan")));
    }

    @Test
    void a_whole_name_of_many_words_is_known_wherever_it_parts() {
        PatientName compound = new PatientName("Jean-Luc", "Tremblay-Roy");
        assertTrue(names.sameFirst("Jean Luc Tremblay Roy", compound));
        assertTrue(names.sameFirst("Jean-Luc Tremblay", compound));
        assertFalse(names.sameFirst("Jean-Luc Royer", compound));
    }

    @Test
    void words_shared_are_counted_so_that_the_better_match_wins() {
        assertEquals(2, names.wordsShared("Mara Wexford", "Mara Wexford"));
        assertEquals(1, names.wordsShared("Wexford", "Mara Wexford"));
        assertEquals(0, names.wordsShared("", "Mara Wexford"));
    }
}
