package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of two servers that share a ledger one has its own clock stepped by an hour: it neither loses a hold that lives, nor
 * keeps one that is dead, nor makes one that others think longer or shorter.
 */
public abstract class SteppedClocksContract extends SlotBook {
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant shared = NOW;
    private final Machine steady = new Machine();
    private final Machine stepped = new Machine();

    /** What a server of this application goes by, on a machine that does not know better. */
    protected abstract InstantSource clock(Machine machine);

    /** A machine, whose own clock can be set; and what its servers can ask that all servers ask. */
    public final class Machine {
        private Duration off = Duration.ZERO;

        private Machine() {}

        /** What its own clock shows. */
        public Instant wall() {
            return shared.plus(off);
        }

        /** Nanoseconds that it counts. */
        public long nanos() {
            return Duration.between(Instant.EPOCH, shared).toNanos();
        }

        /** What the clock shows that all machines can ask. */
        public Instant shared() {
            return shared;
        }
    }

    private void pass(Duration length) {
        shared = shared.plus(length);
    }

    private boolean holdsAt(Slot slot, InstantSource server) {
        return holds.offer(clinic, somebody(), List.of(slot), true, 1, server.instant())
                .held();
    }

    /** Whether a hold lives for its three minutes and no longer, where one server makes it and another looks. */
    private boolean livesAsLongAsItShould(InstantSource maker, InstantSource other) {
        assertTrue(holdsAt(slot(call, ROBIN, "09:00"), maker));
        pass(HoldLedger.HOLD.minus(MOMENT));
        boolean lives = !holdsAt(slot(otherCall, NOA, "09:00"), other);
        pass(MOMENT);
        return lives && holdsAt(slot(otherCall, NOA, "09:00"), other);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_stepped_server_sees_a_hold_live_and_die_as_the_others_do(int hours) {
        InstantSource here = clock(steady);
        InstantSource there = clock(stepped);
        stepped.off = HOUR.multipliedBy(hours);
        assertTrue(livesAsLongAsItShould(here, there));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void what_a_stepped_server_holds_lives_and_dies_for_the_others(int hours) {
        InstantSource here = clock(steady);
        InstantSource there = clock(stepped);
        stepped.off = HOUR.multipliedBy(hours);
        assertTrue(livesAsLongAsItShould(there, here));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_server_that_is_started_on_a_machine_an_hour_off_is_like_the_others(int hours) {
        InstantSource here = clock(steady);
        stepped.off = HOUR.multipliedBy(hours);
        assertTrue(livesAsLongAsItShould(here, clock(stepped)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_stepped_server_renews_a_hold_from_now_on(int hours) {
        Slot nine = slot(call, ROBIN, "09:00");
        InstantSource here = clock(steady);
        InstantSource there = clock(stepped);
        assertTrue(holdsAt(nine, here));
        stepped.off = HOUR.multipliedBy(hours);
        pass(Duration.ofMinutes(2));
        holds.renew(clinic, call, there.instant());
        assertEquals(new Held(shared.plus(HoldLedger.HOLD)), state(nine, here.instant()));
    }

    @Test
    void a_server_that_goes_by_its_own_clock_loses_what_lives_when_that_is_set_forwards() {
        stepped.off = HOUR;
        assertTrue(holdsAt(slot(call, ROBIN, "09:00"), clock(steady)));
        assertTrue(holdsAt(slot(otherCall, NOA, "09:00"), stepped::wall), "held twice");
    }

    @Test
    void a_server_that_goes_by_its_own_clock_keeps_what_is_dead_when_that_is_set_back() {
        stepped.off = HOUR.negated();
        assertTrue(holdsAt(slot(call, ROBIN, "09:00"), clock(steady)));
        pass(HoldLedger.HOLD);
        assertFalse(holdsAt(slot(otherCall, NOA, "09:00"), stepped::wall), "nobody gets it");
    }

    @Test
    void a_server_that_goes_by_its_own_clock_does_not_renew_when_that_is_set_back() {
        Slot nine = slot(call, ROBIN, "09:00");
        stepped.off = HOUR.negated();
        assertTrue(holdsAt(nine, clock(steady)));
        pass(Duration.ofMinutes(2));
        holds.renew(clinic, call, stepped.wall());
        assertNotEquals(new Held(shared.plus(HoldLedger.HOLD)), state(nine, shared));
    }
}
