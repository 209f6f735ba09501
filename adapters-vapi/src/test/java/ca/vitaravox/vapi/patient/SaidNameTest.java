package ca.vitaravox.vapi.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.patient.PatientName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidNameTest {
    @ParameterizedTest
    @CsvSource({
        "Katherine, MacLeod, Katherine, MacLeod",
        "Ms. Katherine, MacLeod, Katherine, MacLeod",
        "MRS Katherine, MacLeod, Katherine, MacLeod",
        "Katherine, Dr. MacLeod, Katherine, MacLeod",
        "M. Jean-Luc, Tremblay, Jean-Luc, Tremblay",
        "Madame Élodie, Côté, Élodie, Côté",
        "伟, 张先生, 伟, 张",
        "Katherine MacLeod, MacLeod, Katherine, MacLeod",
        "mr katherine macleod, Miss MacLeod, katherine, MacLeod",
        "Mary Lee, Lee, Mary, Lee"
    })
    void titles_are_left_out_and_a_last_name_counts_once(String first, String last, String meant, String meantLast) {
        assertEquals(new PatientName(meant, meantLast), SaidName.of(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "Drew, Missing, Drew, Missing",
        "M, Tremblay, M, Tremblay",
        "Miss, Lee, Miss, Lee",
        "Lee, Lee, Lee, Lee",
        "Ashlee, Lee, Ashlee, Lee",
        "İİİİ, i, İİİİ, i",
        "先生, 张, 先生, 张"
    })
    void names_that_only_look_so_stay_as_they_are(String first, String last, String meant, String meantLast) {
        assertEquals(new PatientName(meant, meantLast), SaidName.of(first, last));
    }
}
