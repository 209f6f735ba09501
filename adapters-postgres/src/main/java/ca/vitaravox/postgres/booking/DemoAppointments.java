package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.patient.DemoRequests;
import ca.vitaravox.postgres.patient.DemoRequests.Sent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The appointments of the demo EMR; as OSCAR does, it checks nothing. */
public final class DemoAppointments implements Appointments {
    /** As OSCAR does, with the name of the patient, even of one whose chart is no longer active. */
    private static final String NAMED = """
            SELECT demo_appointments.*, last_name || ', ' || first_name AS patient_name
              FROM demo_appointments LEFT JOIN demo_charts USING (clinic_id, patient_id)
            """;

    private static final String ON = """
            SELECT * FROM (%s) named
             WHERE clinic_id = :clinic AND provider_id = ANY (:providers) AND status <> 'cancelled'
               AND starts >= :from AND starts < :to
             ORDER BY starts, appointment_id
            """.formatted(NAMED);

    private static final String OF = """
            SELECT * FROM (%s) named WHERE clinic_id = :clinic AND patient_id = :patient
             ORDER BY starts, appointment_id
            """.formatted(NAMED);

    private final DemoRequests requests;
    private final ClinicDirectory clinics;

    /**
     * The appointments of all clinics that use the demo EMR.
     *
     * @param clinics whose zones tell when their days begin
     */
    public DemoAppointments(DemoRequests requests, ClinicDirectory clinics) {
        this.requests = requests;
        this.clinics = clinics;
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        ZoneId zone = zone(clinic);
        return requests.read(
                clinic,
                deadline,
                ON,
                query -> query.bindArray("providers", String.class, SlotRow.ids(providers))
                        .bind("from", Columns.moment(first.atStartOfDay(zone).toInstant()))
                        .bind(
                                "to",
                                Columns.moment(
                                        last.plusDays(1).atStartOfDay(zone).toInstant())),
                row -> DemoAppointmentRow.read(row));
    }

    private ZoneId zone(ClinicId clinic) {
        try {
            return clinics.clinic(clinic).zone();
        } catch (JdbiException noAnswer) {
            throw new EmrUnavailableException("the zone of " + clinic + " could not be read", noAnswer);
        }
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return requests.read(
                clinic,
                deadline,
                OF,
                query -> query.bind("patient", patient.value()),
                row -> DemoAppointmentRow.read(row));
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return write(clinic, deadline, handle -> Optional.of(DemoAppointmentRow.insert(handle, clinic, appointment)));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return write(
                clinic,
                deadline,
                handle -> handle.createQuery("""
                        UPDATE demo_appointments SET status = 'cancelled'
                         WHERE clinic_id = :clinic AND appointment_id = :appointment
                        RETURNING appointment_id
                        """)
                        .bind("clinic", clinic.value())
                        .bind("appointment", appointment.value())
                        .map((row, context) -> new AppointmentId(row.getString("appointment_id")))
                        .findOne());
    }

    private WriteResult write(ClinicId clinic, Deadline deadline, Function<Handle, Optional<AppointmentId>> change) {
        Sent<Optional<AppointmentId>> sent = requests.write(clinic, deadline, change);
        if (sent instanceof Sent.Done<Optional<AppointmentId>> done) {
            return done.answer()
                    .<WriteResult>map(WriteResult.Written::new)
                    .orElseGet(() -> new WriteResult.NotWritten("no such appointment"));
        }
        return sent instanceof Sent.Unknown<Optional<AppointmentId>> unknown
                ? new WriteResult.Unknown(unknown.why())
                : new WriteResult.NotWritten(((Sent.NotDone<Optional<AppointmentId>>) sent).why());
    }
}
