package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.contract.waitlist.WaitlistBookContract;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.OnPostgres;

class PostgresWaitlistBookTest extends WaitlistBookContract implements OnPostgres {
    @Override
    protected WaitlistBook waitlistBook() {
        return POSTGRES.database().waitlist().entries();
    }
}
