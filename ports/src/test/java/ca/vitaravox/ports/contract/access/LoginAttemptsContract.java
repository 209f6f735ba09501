package ca.vitaravox.ports.contract.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@code LoginAttempts} promises. */
public abstract class LoginAttemptsContract extends AccessRoom {
    private static final Duration CLOSED = Duration.ofMinutes(LoginAttempts.CLOSED_MINUTES);

    private final String address = Fresh.hex();

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            attempts().begin(address, at);
        }
    }

    @Test
    void five_attempts_are_looked_at_and_the_sixth_is_not() {
        for (int i = 0; i < LoginAttempts.MOST; i++) {
            assertTrue(attempts().begin(address, NOW));
        }
        assertFalse(attempts().begin(address, NOW));
        assertTrue(attempts().begin(Fresh.hex(), NOW), "another address is open");
    }

    @Test
    void of_many_at_once_five_are_looked_at() {
        assertEquals(
                LoginAttempts.MOST,
                AtOnce.race(number -> attempts().begin(address, NOW)).stream()
                        .filter(Boolean::booleanValue)
                        .count());
    }

    @Test
    void an_address_is_closed_for_fifteen_minutes_after_the_fifth_however_often_it_is_tried() {
        fail(LoginAttempts.MOST, NOW);
        Instant almost = NOW.plus(CLOSED).minusMillis(1);

        assertFalse(attempts().begin(address, NOW.plusSeconds(60)));
        assertFalse(attempts().begin(address, almost));
        assertTrue(attempts().begin(address, NOW.plus(CLOSED)));
    }

    @Test
    void once_open_again_there_are_five_attempts() {
        fail(LoginAttempts.MOST, NOW);
        Instant open = NOW.plus(CLOSED);
        fail(LoginAttempts.MOST - 1, open);

        assertTrue(attempts().begin(address, open));
        assertFalse(attempts().begin(address, open));
    }

    @Test
    void fifteen_minutes_without_an_attempt_forget_the_earlier_ones_and_less_do_not() {
        fail(LoginAttempts.MOST - 1, NOW);
        Instant almost = NOW.plus(CLOSED).minusMillis(1);

        assertTrue(attempts().begin(address, almost));
        assertFalse(attempts().begin(address, almost));

        assertTrue(attempts().begin(address, almost.plus(CLOSED)));
    }

    @Test
    void who_succeeds_starts_anew() {
        fail(LoginAttempts.MOST, NOW);

        attempts().forget(address);

        assertTrue(attempts().begin(address, NOW));
    }
}
