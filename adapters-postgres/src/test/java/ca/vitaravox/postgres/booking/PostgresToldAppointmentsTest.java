package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.ToldAppointmentsContract;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresToldAppointmentsTest extends ToldAppointmentsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected ToldAppointments toldAppointments() {
        return POSTGRES.database().toldAppointments();
    }

    @Override
    public ClinicId newClinic() {
        return POSTGRES.newClinic();
    }
}
