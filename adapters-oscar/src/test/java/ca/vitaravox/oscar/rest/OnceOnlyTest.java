package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {
    /** Without the property the JDK's client sends a GET twice, and no client is made. */
    @Test
    void a_request_that_is_hung_up_on_is_not_sent_again() {
        assertEquals(1, OnceOnly.timesSent(OnceOnly.client(Duration.ofSeconds(5))));
    }
}
