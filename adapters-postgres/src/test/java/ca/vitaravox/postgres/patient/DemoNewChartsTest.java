package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.NewChartsContract;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoNewChartsTest extends NewChartsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Charts charts() {
        return POSTGRES.database().charts();
    }

    @Override
    protected Deadline inTime() {
        return POSTGRES.inTime();
    }

    @Override
    protected Deadline tooLate() {
        return new Deadline(TestDatabase.NOW);
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
