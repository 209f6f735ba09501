package ca.vitaravox.server.patient;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneticNamesTest {
    private final PhoneticNames names = new PhoneticNames();

    @ParameterizedTest
    @CsvSource({
        "cathryn, katherine",
        "kathryn, catherine",
        "sean, shawn",
        "sean, shaun",
        "macleod, mcleod",
        "siobhan, shivaun",
        "stephen, steven",
        "philip, phillip",
        "robin, robyn",
        "noa, noah",
        "wei, way",
        "smith, smyth",
        "aidan, ayden",
        "geoff, jeff",
        "brian, bryan",
        "castellan, castillian",
        "oneill, oneal",
        "sara, sarah",
        "tremblay, tramblay",
        "robin, robin"
    })
    void names_that_sound_the_same_are_alike_both_ways(String one, String other) {
        assertTrue(names.alike(one, other));
        assertTrue(names.alike(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "robin, noa",
        "katherine, siobhan",
        "wei, joy",
        "tim, tom",
        "noa, joe",
        "noa, anna",
        "leo, lou",
        "robin, robert",
        "castellan, macleod",
        "katherine, katrina",
        "sean, john",
        "jean, joan"
    })
    void names_that_sound_different_are_not_alike(String one, String other) {
        assertFalse(names.alike(one, other));
        assertFalse(names.alike(other, one));
    }

    @ParameterizedTest
    @CsvSource({"'', robin", "robin, ''", "'', ''"})
    void no_name_is_like_none(String one, String other) {
        assertFalse(names.alike(one, other));
    }
}
