package ca.vitaravox.postgres;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Clinics;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A contract kept by tables: each test class has a migrated database of its own, in which its clinics are. Test classes run
 * one after the other.
 */
public interface OnPostgres extends Clinics {
    /** The database of the class that runs. */
    @RegisterExtension
    TestDatabase POSTGRES = new TestDatabase();

    @Override
    default ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
