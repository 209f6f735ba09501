package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.booking.AppointmentsContract;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoAppointmentsTest extends AppointmentsContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected Appointments appointments() {
        return POSTGRES.database().appointments();
    }

    @Override
    protected AppointmentId staffWrite(ClinicId ofClinic, Appointment appointment) {
        AppointmentId id = Fresh.appointment();
        POSTGRES.database()
                .demoEmr()
                .putAppointment(
                        ofClinic,
                        new Appointment(
                                id,
                                appointment.provider(),
                                appointment.patient(),
                                appointment.time(),
                                appointment.emrType(),
                                appointment.status(),
                                appointment.reference()));
        return id;
    }

    @Override
    protected PatientId newPatient(ClinicId ofClinic) {
        return new PatientId(Fresh.hex());
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
