package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.contract.clinic.ClinicDirectoryContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClinicDirectoryTest extends ClinicDirectoryContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected ClinicDirectory clinicDirectory() {
        return POSTGRES.database().clinicDirectory();
    }

    @Override
    protected ClinicSettings clinicSettings() {
        return POSTGRES.database().clinicSettings();
    }

    @Override
    protected ClinicLines clinicLines() {
        return POSTGRES.database().clinics().lines();
    }

    @Override
    protected ClinicIndex clinicIndex() {
        return POSTGRES.database().clinics().index();
    }
}
