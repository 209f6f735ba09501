package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.SharedClock;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.contract.booking.BookingJournalContract;
import ca.vitaravox.ports.contract.booking.HoldBoundsContract;
import ca.vitaravox.ports.contract.booking.HoldLedgerContract;
import ca.vitaravox.ports.contract.booking.KeptHoldsContract;
import ca.vitaravox.ports.contract.booking.RoomOfPatientsContract;
import ca.vitaravox.ports.contract.booking.SteppedClocksContract;
import ca.vitaravox.ports.contract.booking.UnfinishedWritesContract;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

class InMemoryHoldLedgerTest {
    private final InMemoryHoldLedger ledger = new InMemoryHoldLedger();

    @Nested
    class AsHoldLedger extends HoldLedgerContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }
    }

    @Nested
    class WithinBounds extends HoldBoundsContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }
    }

    @Nested
    class AmongSteppedClocks extends SteppedClocksContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }

        @Override
        protected InstantSource clock(Machine machine) {
            SharedClock clock = new SharedClock(machine.wall(), machine::nanos);
            clock.follow(machine::shared);
            return clock;
        }
    }

    @Nested
    class OfWhatIsKept extends KeptHoldsContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }
    }

    @Nested
    class AsBookingJournal extends BookingJournalContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }
    }

    @Nested
    class OfPatientsRoom extends RoomOfPatientsContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }
    }

    @Nested
    class AsUnfinishedWrites extends UnfinishedWritesContract {
        @Override
        protected HoldLedger holdLedger() {
            return ledger;
        }

        @Override
        protected BookingJournal bookingJournal() {
            return ledger;
        }

        @Override
        protected UnfinishedWrites unfinishedWrites() {
            return ledger;
        }
    }
}
