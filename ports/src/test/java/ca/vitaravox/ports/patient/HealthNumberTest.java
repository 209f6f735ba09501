package ca.vitaravox.ports.patient;

import static ca.vitaravox.ports.patient.HealthNumber.Issuer.BRITISH_COLUMBIA;
import static ca.vitaravox.ports.patient.HealthNumber.Issuer.ONTARIO;
import static ca.vitaravox.ports.patient.HealthNumber.Issuer.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.patient.HealthNumber.Issuer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthNumberTest {
    private static final long SEED = 20260302;
    private static final int MANY = 300;

    private final HealthNumbers numbers = new HealthNumbers(SEED);

    private static HealthNumber read(String said) {
        return HealthNumber.of(said).orElseThrow();
    }

    private static HealthNumber make(String number, Issuer issuer) {
        return new HealthNumber(number, Optional.empty(), issuer);
    }

    /** The number with one of its digits made another. */
    private static String misheard(String number, int position) {
        char wrong = (char) ('0' + (number.charAt(position) - '0' + 3) % 10);
        return number.substring(0, position) + wrong + number.substring(position + 1);
    }

    @Test
    void a_british_columbian_number_is_known_by_its_check_digit() {
        for (int i = 0; i < MANY; i++) {
            String number = numbers.britishColumbian();
            assertEquals(make(number, BRITISH_COLUMBIA), read(number), () -> number + ", seed " + SEED);
        }
    }

    @Test
    void a_british_columbian_number_with_one_wrong_digit_is_refused() {
        for (int i = 0; i < MANY; i++) {
            String wrong = misheard(numbers.britishColumbian(), i % 10);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> make(wrong, BRITISH_COLUMBIA),
                    () -> wrong + ", seed " + SEED);
            assertNotEquals(BRITISH_COLUMBIA, read(wrong).issuer());
        }
    }

    @Test
    void an_ontarian_number_is_known_by_its_check_digit() {
        for (int i = 0; i < MANY; i++) {
            String number = numbers.ontarian();
            assertEquals(number, make(number, ONTARIO).number(), () -> number + ", seed " + SEED);
            HealthNumber read = read(number);
            assertTrue(read.issuer() == ONTARIO || number.startsWith("9"), () -> number + ", seed " + SEED);
        }
    }

    @Test
    void an_ontarian_number_with_one_wrong_digit_is_refused() {
        for (int i = 0; i < MANY; i++) {
            String wrong = misheard(numbers.ontarian(), i % 10);
            assertThrows(IllegalArgumentException.class, () -> make(wrong, ONTARIO), () -> wrong + ", seed " + SEED);
            assertNotEquals(ONTARIO, read(wrong).issuer());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9999999998, BRITISH_COLUMBIA",
        "9999999997, OTHER",
        "9876543217, ONTARIO",
        "1234567897, ONTARIO",
        "1234567890, OTHER",
        "AB12345678, OTHER"
    })
    void numbers_worked_out_by_hand(String number, Issuer issuer) {
        assertEquals(make(number, issuer), read(number));
    }

    @Test
    void no_british_columbian_number_has_a_check_digit_of_zero() {
        assertThrows(IllegalArgumentException.class, () -> make("9000000000", BRITISH_COLUMBIA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999 999 998", "9999-999-998", " 9999.999.998 ", "9999999998"})
    void blanks_and_hyphens_do_not_count(String said) {
        assertEquals(make("9999999998", BRITISH_COLUMBIA), read(said));
    }

    @ParameterizedTest
    @CsvSource({"9876543217, ", "9876543217 a, A", "9876-543-217-ab, AB"})
    void ontarios_version_is_up_to_two_letters(String said, String version) {
        assertEquals(new HealthNumber("9876543217", Optional.ofNullable(version), ONTARIO), read(said));
    }

    @Test
    void three_letters_are_no_version() {
        assertEquals(make("9876543217ABC", OTHER), read("9876543217 ABC"));
    }

    @Test
    void numbers_agree_whatever_their_version() {
        assertTrue(read("9876543217 AB").agreesWith(read("9876543217")));
        assertTrue(read("9876543217 AB").agreesWith(read("9876543217 CD")));
        assertFalse(read("9876543217").agreesWith(read("1234567897")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789012345678901", "12é4567", "1234_567"})
    void what_is_no_number_is_not_read(String said) {
        assertEquals(Optional.empty(), HealthNumber.of(said));
    }

    @Test
    void other_numbers_have_four_to_twenty_characters() {
        assertEquals(make("1234", OTHER), read("1234"));
        assertEquals(make("1".repeat(20), OTHER), read("1".repeat(20)));
        assertThrows(IllegalArgumentException.class, () -> make("123", OTHER));
        assertThrows(IllegalArgumentException.class, () -> make("1".repeat(21), OTHER));
    }

    @Test
    void its_text_shows_the_last_four_characters_only() {
        assertEquals("9998", read("9999 999 998").last4());
        assertEquals("…9998", read("9999 999 998").toString());
    }
}
