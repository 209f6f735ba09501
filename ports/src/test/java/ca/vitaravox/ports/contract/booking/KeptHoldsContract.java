package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HoldLedger} keeps of holds for somebody whom staff phone. */
public abstract class KeptHoldsContract {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(30));
    private static final TimeRange TEN = TimeRange.from(Instant.parse("2026-03-03T18:00:00Z"), Duration.ofMinutes(15));
    private static final Optional<PhoneNumber> PHONE = Optional.of(new PhoneNumber("+16045550142"));

    private HoldLedger holds;
    private BookingJournal journal;
    private ClinicId clinic;
    private Slot slot;

    /** The ledger. */
    protected abstract HoldLedger holdLedger();

    /** The journal over the same slots. */
    protected abstract BookingJournal bookingJournal();

    /** A clinic that no other test knows. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void open() {
        holds = holdLedger();
        journal = bookingJournal();
        clinic = newClinic();
        slot = slot(Fresh.call());
    }

    private static Slot slot(CallId call) {
        return new Slot(Fresh.slot(), call, Optional.empty(), new ProviderId("101"), TEN, new VisitTypeCode("checkup"));
    }

    private boolean offered(Instant when) {
        return holds.offer(clinic, PHONE, List.of(slot(Fresh.call())), false, 1, when)
                        .slots()
                        .size()
                == 1;
    }

    private SlotState state(CallId call, Instant when) {
        return journal.slot(clinic, call, slot.id(), when).orElseThrow().state();
    }

    @Test
    void a_kept_slot_is_offered_to_nobody_until_it_runs_out() {
        assertTrue(holds.keep(clinic, PHONE, slot, END, NOW));
        assertFalse(offered(END.minusMillis(1)));
        assertTrue(offered(END));
    }

    @Test
    void what_somebody_holds_is_not_kept_for_another() {
        holds.offer(clinic, PHONE, List.of(slot(Fresh.call())), true, 1, NOW);
        assertFalse(
                holds.keep(clinic, PHONE, slot, END, NOW.plus(HoldLedger.HOLD).minusMillis(1)));
        assertTrue(holds.keep(clinic, PHONE, slot, END, NOW.plus(HoldLedger.HOLD)));
    }

    @Test
    void of_many_who_want_to_keep_a_time_one_does() {
        long kept = AtOnce.race(i -> holds.keep(clinic, PHONE, slot(Fresh.call()), END, NOW)).stream()
                .filter(each -> each)
                .count();
        assertEquals(1, kept);
    }

    @Test
    void released_it_is_free_at_once() {
        holds.keep(clinic, PHONE, slot, END, NOW);
        holds.release(clinic, slot.call(), NOW);
        assertTrue(offered(NOW));
    }

    @Test
    void renewing_never_shortens_it() {
        holds.keep(clinic, PHONE, slot, END, NOW);
        holds.renew(clinic, slot.call(), NOW.plusSeconds(60));
        assertEquals(new SlotState.Held(END), state(slot.call(), NOW));
    }

    @Test
    void handed_over_it_is_another_calls_for_as_long_as_calls_hold_and_stays_blocked() {
        CallId call = Fresh.call();
        holds.keep(clinic, PHONE, slot, END, NOW);
        assertTrue(holds.handOver(clinic, slot.id(), call, PHONE, NOW.plusSeconds(60)));
        assertEquals(new SlotState.Held(NOW.plusSeconds(60).plus(HoldLedger.HOLD)), state(call, NOW));
        assertEquals(Optional.empty(), journal.slot(clinic, slot.call(), slot.id(), NOW));
        assertFalse(offered(NOW.plusSeconds(60)));
        holds.release(clinic, slot.call(), NOW.plusSeconds(61));
        assertFalse(offered(NOW.plusSeconds(61)));
    }

    @Test
    void handed_over_it_is_renewed_but_not_beyond_where_it_would_have_run_out() {
        CallId call = Fresh.call();
        holds.keep(clinic, PHONE, slot, END, NOW);
        holds.handOver(clinic, slot.id(), call, PHONE, END.minusSeconds(240));
        holds.renew(clinic, call, END.minusSeconds(120));
        assertEquals(new SlotState.Held(END), state(call, NOW));
        holds.renew(clinic, call, END.minusSeconds(10));
        assertEquals(new SlotState.Held(END), state(call, NOW));
    }

    @Test
    void handed_over_early_it_lasts_no_longer_than_any_hold_of_a_call() {
        CallId call = Fresh.call();
        holds.keep(clinic, PHONE, slot, END, NOW);
        holds.handOver(clinic, slot.id(), call, PHONE, NOW);
        for (int minute = 1; minute < 12; minute++) {
            holds.renew(clinic, call, NOW.plus(Duration.ofMinutes(minute)));
        }
        assertEquals(new SlotState.Held(NOW.plus(HoldLedger.LONGEST_HOLD)), state(call, NOW));
    }

    @Test
    void what_ran_out_is_not_handed_over() {
        holds.keep(clinic, PHONE, slot, END, NOW);
        assertFalse(holds.handOver(clinic, slot.id(), Fresh.call(), PHONE, END));
        assertTrue(holds.handOver(clinic, slot.id(), Fresh.call(), PHONE, END.minusMillis(1)));
    }
}
