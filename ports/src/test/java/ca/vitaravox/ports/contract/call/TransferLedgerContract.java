package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TransferLedger} promises. */
public abstract class TransferLedgerContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final TransferDestination DESK =
            new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", false);
    private static final TransferDestination NURSE =
            new TransferDestination(new PhoneNumber("+16045550190"), "Nurse line", true);

    private final CallId call = Fresh.call();
    private TransferLedger transfers;
    private ClinicId clinic;

    /** The ledger. */
    protected abstract TransferLedger transferLedger();

    @BeforeEach
    void open() {
        transfers = transferLedger();
        clinic = newClinic();
    }

    @Test
    void nothing_is_chosen_or_ordered_for_a_call_that_was_never_heard_of() {
        transfers.notOrdered(clinic, call);
        assertEquals(Optional.empty(), transfers.chosen(clinic, call));
        assertEquals(Optional.empty(), transfers.order(clinic, call, NOW));
    }

    @Test
    void what_was_chosen_last_is_remembered_and_ordered() {
        assertFalse(transfers.choose(clinic, call, DESK, NOW));
        assertFalse(transfers.choose(clinic, call, NURSE, NOW.plusSeconds(1)));
        assertEquals(Optional.of(NURSE), transfers.chosen(clinic, call));
        assertEquals(Optional.of(NURSE), transfers.order(clinic, call, NOW.plusSeconds(1)));
        assertEquals(Optional.of(NURSE), transfers.chosen(clinic, call));
    }

    @Test
    void one_of_all_who_want_to_order_a_transfer_does() {
        transfers.choose(clinic, call, DESK, NOW);
        long ordering = AtOnce.race(racer -> transfers.order(clinic, call, NOW)).stream()
                .flatMap(Optional::stream)
                .count();
        assertEquals(1, ordering);
    }

    @Test
    void a_repeated_choice_is_not_ordered_again_until_the_first_order_had_its_time() {
        transfers.choose(clinic, call, DESK, NOW);
        transfers.order(clinic, call, NOW);
        Instant before = NOW.plus(TransferLedger.PATIENCE).minusMillis(1);
        assertTrue(transfers.choose(clinic, call, DESK, before));
        assertEquals(Optional.empty(), transfers.order(clinic, call, before));
        Instant after = NOW.plus(TransferLedger.PATIENCE);
        assertTrue(transfers.choose(clinic, call, DESK, after));
        assertEquals(Optional.of(DESK), transfers.order(clinic, call, after));
    }

    @Test
    void an_order_that_was_not_taken_may_be_given_again() {
        transfers.choose(clinic, call, DESK, NOW);
        transfers.order(clinic, call, NOW);
        transfers.notOrdered(clinic, call);
        assertEquals(Optional.of(DESK), transfers.order(clinic, call, NOW));
    }

    @Test
    void another_destination_is_ordered_at_once() {
        transfers.choose(clinic, call, DESK, NOW);
        transfers.order(clinic, call, NOW);
        assertFalse(transfers.choose(clinic, call, NURSE, NOW));
        assertEquals(Optional.of(NURSE), transfers.order(clinic, call, NOW));
    }

    @Test
    void another_call_or_clinic_knows_nothing_of_it() {
        transfers.choose(clinic, call, DESK, NOW);
        assertEquals(Optional.empty(), transfers.chosen(clinic, Fresh.call()));
        assertEquals(Optional.empty(), transfers.order(newClinic(), call, NOW));
    }
}
