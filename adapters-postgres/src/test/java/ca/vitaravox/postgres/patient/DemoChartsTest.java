package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.ChartsContract;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoChartsTest extends ChartsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Charts charts() {
        return POSTGRES.database().charts();
    }

    @Override
    protected Chart onFile(ClinicId ofClinic, Chart wanted) {
        POSTGRES.database().demoEmr().putChart(ofClinic, wanted);
        return wanted;
    }

    @Override
    protected void deactivate(ClinicId ofClinic, PatientId patient) {
        POSTGRES.database().demoEmr().deactivate(ofClinic, patient);
    }

    @Override
    protected Deadline inTime() {
        return POSTGRES.inTime();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
