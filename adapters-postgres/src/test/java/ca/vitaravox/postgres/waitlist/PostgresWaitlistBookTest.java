package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.waitlist.WaitlistBookContract;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWaitlistBookTest extends WaitlistBookContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected WaitlistBook waitlistBook() {
        return POSTGRES.database().waitlist().entries();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
