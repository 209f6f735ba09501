package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.waitlist.OfferSequencesContract;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOfferSequencesTest extends OfferSequencesContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

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

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    @Override
    protected int sequences() {
        return 100 * Integer.getInteger("times", 1);
    }
}
