package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.patient.Sex;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Charts} and {@link Appointments} promise while the EMR behind them does not answer. */
public abstract class SilentEmrContract {
    private static final ProviderId DOCTOR = new ProviderId("101");
    private static final PatientId PATIENT = new PatientId("1");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private ClinicId clinic;

    /** The charts of an EMR that can fall silent. */
    protected abstract Charts charts();

    /** The appointments of an EMR that can fall silent. */
    protected abstract Appointments appointments();

    /** From now on the clinic's EMR takes requests and answers none. */
    protected abstract void fallSilent(ClinicId ofClinic);

    /** A deadline some milliseconds away. */
    protected abstract Deadline soon();

    /** A clinic that no other test knows. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void silence() {
        clinic = newClinic();
        fallSilent(clinic);
    }

    @Test
    void charts_cannot_be_read() {
        ChartQuery query = new ChartQuery.BornOn(DAY);
        assertThrows(EmrUnavailableException.class, () -> charts().search(clinic, query, soon()));
        assertThrows(EmrUnavailableException.class, () -> charts().chart(clinic, PATIENT, soon()));
    }

    @Test
    void appointments_cannot_be_read() {
        assertThrows(EmrUnavailableException.class, () -> appointments().on(clinic, Set.of(DOCTOR), DAY, DAY, soon()));
        assertThrows(EmrUnavailableException.class, () -> appointments().of(clinic, PATIENT, soon()));
    }

    @Test
    void a_write_says_that_nothing_is_certain_and_does_not_throw() {
        TimeRange time = TimeRange.from(Instant.parse("2026-05-04T16:00:00Z"), Duration.ofMinutes(15));
        NewAppointment wanted = new NewAppointment(DOCTOR, PATIENT, time, "Checkup", Optional.empty(), Fresh.slot());
        assertFalse(appointments().book(clinic, wanted, soon()) instanceof WriteResult.Written);
        AppointmentId some = new AppointmentId("1");
        assertFalse(appointments().cancel(clinic, some, soon()) instanceof WriteResult.Written);
    }

    @Test
    void nor_does_making_a_chart() {
        NewPatient patient = new NewPatient(
                new PatientName("Robin", "Castellan"),
                DAY,
                Sex.UNDISCLOSED,
                new PhoneNumber("+16045550142"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertFalse(charts().register(clinic, patient, soon()) instanceof ChartResult.Made);
    }
}
