package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The races of {@link HoldLedgerContract} find a ledger out that checks and then inserts. */
class NaiveHoldLedgerTest {
    private final CyclicBarrier everybodyHasLooked = new CyclicBarrier(AtOnce.CALLERS);
    private final HoldLedger naive = new NaiveHoldLedger(this::waitForAll);

    private void waitForAll() {
        try {
            everybodyHasLooked.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
            throw new AssertionError(broken);
        }
    }

    private HoldLedgerContract contract() {
        HoldLedgerContract contract = new HoldLedgerContract() {
            @Override
            protected HoldLedger holdLedger() {
                return naive;
            }

            @Override
            protected BookingJournal bookingJournal() {
                return null;
            }
        };
        contract.openTheBook();
        return contract;
    }

    @Test
    void with_one_caller_after_the_other_it_does_no_harm() {
        HoldLedger alone = new NaiveHoldLedger(() -> {});
        for (int i = 0; i < AtOnce.CALLERS; i++) {
            Slot slot = SlotBook.slot(Fresh.call(), SlotBook.NOBODY, "09:00");
            assertEquals(
                    i == 0 ? 1 : 0,
                    alone.offer(Fresh.clinic(), SlotBook.somebody(), List.of(slot), true, 1, SlotBook.NOW)
                            .slots()
                            .size());
        }
    }

    @Test
    void with_all_callers_at_once_it_sells_one_opening_to_each() {
        List<Slot> sold = new OpeningRace(naive, Fresh.clinic()).forOne(SlotBook.time("09:00"));
        assertEquals(AtOnce.CALLERS, sold.size());
        assertEquals(AtOnce.CALLERS * (AtOnce.CALLERS - 1) / 2, OpeningRace.soldTwice(sold));
    }

    @Test
    void it_breaks_the_contract_for_one_opening() {
        HoldLedgerContract contract = contract();
        assertThrows(AssertionError.class, contract::of_many_callers_at_once_exactly_one_gets_an_opening);
    }

    @Test
    void it_breaks_the_contract_for_a_morning() {
        HoldLedgerContract contract = contract();
        assertThrows(
                AssertionError.class,
                contract::of_a_morning_sought_by_many_callers_at_once_no_opening_is_sold_twice_and_none_is_lost);
    }
}
