package ca.vitaravox.ports.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPatientTest {
    private static final PostalCode CODE = new PostalCode("M4B 1B3");

    @ParameterizedTest
    @CsvSource({
        "V6B 1A1,   V6B 1A1",
        "v6b1a1,    V6B 1A1",
        "v6b-1a1,   V6B 1A1",
        "V 6 B 1 A 1, V6B 1A1",
        "H0H 0H0,   H0H 0H0",
        "X1A 2P7,   X1A 2P7"
    })
    void postal_codes_are_read_as_people_write_them(String said, String code) {
        assertEquals(Optional.of(new PostalCode(code)), PostalCode.of(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "V6B 1A",
                "V6B 1A11",
                "D6B 1A1",
                "W6B 1A1",
                "Z6B 1A1",
                "V6O 1A1",
                "V6B 1U1",
                "VVB 1A1",
                "90210"
            })
    void what_canada_post_does_not_write_is_no_postal_code(String said) {
        assertEquals(Optional.empty(), PostalCode.of(said));
        assertThrows(IllegalArgumentException.class, () -> new PostalCode(said));
    }

    @ParameterizedTest
    @CsvSource({
        "robin@example.test,                       robin@example.test",
        "Robin.Castellan@Example.TEST,             Robin.Castellan@example.test",
        "robin dot castellan at example dot test,  robin.castellan@example.test",
        "robin point roy arobase exemple point test, robin.roy@exemple.test",
        "robin underscore c at my dash mail dot test, robin_c@my-mail.test",
        "r+news@mail.example.test,                 r+news@mail.example.test"
    })
    void addresses_are_read_as_typed_or_as_said(String said, String address) {
        assertEquals(Optional.of(new EmailAddress(address)), EmailAddress.of(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "robin",
                "robin@",
                "@example.test",
                "robin@example",
                "robin@@example.test",
                "robin..roy@example.test",
                ".robin@example.test",
                "robin@-example.test",
                "robin@example.t",
                "robin@example.test\r\nBcc:all@example.test:"
            })
    void what_is_no_address_is_refused(String said) {
        assertEquals(Optional.empty(), EmailAddress.of(said));
        assertThrows(IllegalArgumentException.class, () -> new EmailAddress(said));
    }

    @Test
    void an_address_has_at_most_a_hundred_characters() {
        String domain = "@" + "d".repeat(60) + ".test";
        String longest = "r".repeat(100 - domain.length()) + domain;
        assertEquals(EmailAddress.LONGEST, 100);
        assertEquals(
                longest,
                EmailAddress.of(longest.substring(1)).map(some -> longest).orElseThrow());
        assertEquals(Optional.empty(), EmailAddress.of("r" + longest));
    }

    @Test
    void streets_cities_and_names_have_their_longest() {
        assertEquals(
                60,
                new PostalAddress("s".repeat(60), "c".repeat(50), ProvinceCode.BC, CODE)
                        .street()
                        .length());
        assertThrows(IllegalArgumentException.class, () -> address("s".repeat(61), "c"));
        assertThrows(IllegalArgumentException.class, () -> address("s", "c".repeat(51)));
        assertThrows(IllegalArgumentException.class, () -> address(" ", "c"));
        assertThrows(IllegalArgumentException.class, () -> address("s", " "));
        assertEquals(30, patient("f".repeat(30), "l".repeat(30)).name().first().length());
        assertThrows(IllegalArgumentException.class, () -> patient("f".repeat(31), "l"));
        assertThrows(IllegalArgumentException.class, () -> patient("f", "l".repeat(31)));
    }

    @ParameterizedTest
    @CsvSource({
        "9999999998,    BC, true",
        "9999999998,    ON, false",
        "9999999998,    ,   false",
        "9876543217 AB, ON, true",
        "9876543217 AB, BC, false",
        "AB12345678,    AB, true",
        "AB12345678,    ,   true",
        "AB12345678,    BC, false",
        "AB12345678,    ON, false"
    })
    void a_card_has_a_number_of_its_province(String number, ProvinceCode province, boolean fits) {
        HealthNumber health = HealthNumber.of(number).orElseThrow();
        if (fits) {
            assertEquals(health, new HealthCard(health, Optional.ofNullable(province)).number());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new HealthCard(health, Optional.ofNullable(province)));
        }
    }

    @Test
    void an_ontarian_card_has_a_version() {
        HealthNumber bare = new HealthNumber("9876543217", Optional.empty(), HealthNumber.Issuer.ONTARIO);
        assertThrows(IllegalArgumentException.class, () -> new HealthCard(bare, Optional.of(ProvinceCode.ON)));
    }

    @Test
    void texts_are_hidden() {
        for (Object each : new Object[] {
            CODE, new EmailAddress("robin@example.test"), address("7 Fiction Way", "Toronto"), patient("Robin", "Roy")
        }) {
            assertFalse(each.toString().matches("(?i).*(robin|fiction|toronto|m4b|1990).*"), each.toString());
        }
    }

    private static PostalAddress address(String street, String city) {
        return new PostalAddress(street, city, ProvinceCode.ON, CODE);
    }

    private static NewPatient patient(String first, String last) {
        return new NewPatient(
                new PatientName(first, last),
                LocalDate.of(1990, 4, 9),
                Sex.OTHER,
                new PhoneNumber("+14165550110"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
