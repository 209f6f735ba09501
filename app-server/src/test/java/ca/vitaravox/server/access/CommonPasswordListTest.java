package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommonPasswordListTest {
    private final CommonPasswordList list = new CommonPasswordList();

    @Test
    void what_everybody_tries_is_on_the_list_and_what_nobody_does_is_not() {
        assertTrue(list.has("password"));
        assertTrue(list.has("123456qwerty"), "twelve characters");
        assertFalse(list.has("seven plain kites"));
        assertFalse(list.has(""));
    }
}
