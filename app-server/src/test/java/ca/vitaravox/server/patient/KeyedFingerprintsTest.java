package ca.vitaravox.server.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeyedFingerprintsTest {
    private static final String NUMBER = "caller +16045550142";

    @Test
    void the_same_text_and_secret_make_the_same_fingerprint_on_every_server() {
        String one = KeyedFingerprints.from("one secret").of(NUMBER);
        assertEquals(one, KeyedFingerprints.from("one secret").of(NUMBER));
        assertTrue(one.matches("[0-9a-f]{64}"), one);
    }

    @Test
    void another_text_or_another_secret_makes_another() {
        String one = KeyedFingerprints.from("one secret").of(NUMBER);
        assertNotEquals(one, KeyedFingerprints.from("one secret").of("caller +16045550143"));
        assertNotEquals(one, KeyedFingerprints.from("other secret").of(NUMBER));
    }

    @Test
    void nothing_of_the_text_is_in_it() {
        assertFalse(KeyedFingerprints.from("one secret").of(NUMBER).contains("0142"));
    }

    @Test
    void without_a_secret_there_are_none() {
        assertThrows(IllegalArgumentException.class, () -> KeyedFingerprints.from(""));
    }
}
