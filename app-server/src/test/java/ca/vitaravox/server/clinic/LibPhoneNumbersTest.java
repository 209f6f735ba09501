package ca.vitaravox.server.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {
    private final LibPhoneNumbers numbers = new LibPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "604-555-0142, +16045550142",
        "(604) 555 0142, +16045550142",
        "6045550142, +16045550142",
        "1 604 555 0142, +16045550142",
        "+1 604 555 0142, +16045550142",
        "+1.604.555.0142 ext 7, +16045550142",
        "+44 20 7946 0958, +442079460958"
    })
    void a_number_is_read_however_it_is_written(String written, String read) {
        assertEquals(Optional.of(new PhoneNumber(read)), numbers.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Anonymous",
                "RESTRICTED",
                "private",
                "unknown",
                "unavailable",
                "blocked",
                "withheld",
                "+266696687",
                "266696687",
                "+7378742833",
                "+2562533",
                "+8656696",
                "+86282452253",
                "sip:anonymous@anonymous.invalid",
                "Private Number"
            })
    void a_withheld_number_is_no_number(String written) {
        assertEquals(Optional.empty(), numbers.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555-0142",
                "12",
                "hello",
                "+",
                "+0",
                "604-555-01422345678901",
                "sip:robin@clinic.example",
                "911",
                "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void what_cannot_be_dialled_is_no_number(String written) {
        assertEquals(Optional.empty(), numbers.parse(written));
    }
}
