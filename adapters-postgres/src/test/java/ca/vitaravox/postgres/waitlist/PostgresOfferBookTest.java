package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.contract.waitlist.OfferBookContract;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.OnPostgres;

class PostgresOfferBookTest extends OfferBookContract implements OnPostgres {
    @Override
    protected FreedOpenings freedOpenings() {
        return POSTGRES.database().freedOpenings();
    }

    @Override
    protected OfferBook offerBook() {
        return POSTGRES.database().waitlist().offers();
    }

    @Override
    protected WaitlistBook waitlistBook() {
        return POSTGRES.database().waitlist().entries();
    }

    @Override
    protected void emptyTheQueue() {
        POSTGRES.empty("waitlist_work");
    }
}
