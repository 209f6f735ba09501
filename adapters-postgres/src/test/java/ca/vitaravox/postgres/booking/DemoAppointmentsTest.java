package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.booking.AppointmentsContract;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.postgres.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        PatientId id = new PatientId(Fresh.hex());
        POSTGRES.database()
                .demoEmr()
                .putChart(
                        ofClinic,
                        new Chart(
                                id,
                                new PatientName("Robin", "Castellan"),
                                LocalDate.of(1985, 3, 15),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                false,
                                false));
        return id;
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
