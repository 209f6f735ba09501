package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.contract.waitlist.OfferBookContract;
import ca.vitaravox.ports.contract.waitlist.OfferSequencesContract;
import ca.vitaravox.ports.contract.waitlist.OutboxContract;
import ca.vitaravox.ports.contract.waitlist.SeenAppointmentsContract;
import ca.vitaravox.ports.contract.waitlist.WaitlistBookContract;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import org.junit.jupiter.api.Nested;

class InMemoryWaitlistTest {
    private final InMemoryWaitlist waitlist = new InMemoryWaitlist();

    @Nested
    class AsWaitlistBook extends WaitlistBookContract {
        @Override
        protected WaitlistBook waitlistBook() {
            return waitlist;
        }
    }

    @Nested
    class AsOfferBook extends OfferBookContract {
        @Override
        protected FreedOpenings freedOpenings() {
            return waitlist;
        }

        @Override
        protected OfferBook offerBook() {
            return waitlist;
        }

        @Override
        protected WaitlistBook waitlistBook() {
            return waitlist;
        }
    }

    @Nested
    class InAnyOrder extends OfferSequencesContract {
        @Override
        protected FreedOpenings freedOpenings() {
            return waitlist;
        }

        @Override
        protected OfferBook offerBook() {
            return waitlist;
        }

        @Override
        protected WaitlistBook waitlistBook() {
            return waitlist;
        }

        @Override
        protected int sequences() {
            return 150;
        }
    }

    @Nested
    class WithWhatIsSeen extends SeenAppointmentsContract {
        private final SeenAppointments seen = new InMemorySeenAppointments(waitlist);

        @Override
        protected SeenAppointments seenAppointments() {
            return seen;
        }

        @Override
        protected OfferBook offerBook() {
            return waitlist;
        }
    }

    @Nested
    class AndItsOutbox extends OutboxContract {
        private final InMemoryOutbox outbox = new InMemoryOutbox();

        @Override
        protected Outbox outbox() {
            return outbox;
        }
    }
}
