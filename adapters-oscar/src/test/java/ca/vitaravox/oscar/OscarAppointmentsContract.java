package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.Staff;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.AppointmentsContract;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;

/** The appointments of an OSCAR of either line keep their promises. */
abstract class OscarAppointmentsContract extends AppointmentsContract {
    private final TestOscars oscars;

    OscarAppointmentsContract(Line line) {
        this(new TestOscars(line));
    }

    /** The same, reached in another way. */
    OscarAppointmentsContract(TestOscars oscars) {
        this.oscars = oscars;
    }

    @AfterEach
    void close() {
        oscars.close();
    }

    @Override
    protected Appointments appointments() {
        return oscars;
    }

    @Override
    protected AppointmentId staffWrite(ClinicId ofClinic, Appointment wanted) {
        Staff staff = oscars.of(ofClinic).server.staff();
        String provider = wanted.provider().value();
        LocalDateTime start = LocalDateTime.ofInstant(wanted.time().start(), ZONE);
        Duration length = wanted.time().length();
        int number = wanted.patient()
                .map(who -> staff.book(provider, start, length, Integer.parseInt(who.value()), wanted.emrType()))
                .orElseGet(() -> staff.block(provider, start, length));
        switch (wanted.status()) {
            case CANCELLED -> staff.cancel(number);
            case MISSED -> staff.setStatus(number, "NS");
            case SEEN -> staff.setStatus(number, "HV");
            case BOOKED -> staff.setStatus(number, "tS");
        }
        return new AppointmentId("" + number);
    }

    @Override
    protected PatientId newPatient(ClinicId ofClinic) {
        return new PatientId("" + oscars.of(ofClinic).patient());
    }

    @Override
    protected Deadline inTime() {
        return new Deadline(Instant.MAX);
    }

    @Override
    protected ClinicId newClinic() {
        return oscars.newClinic();
    }
}
