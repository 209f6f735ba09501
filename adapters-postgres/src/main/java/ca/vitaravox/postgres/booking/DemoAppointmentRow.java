package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** How an appointment of the demo EMR is kept. */
final class DemoAppointmentRow {
    private DemoAppointmentRow() {}

    static Appointment read(ResultSet row) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getString("appointment_id")),
                new ProviderId(row.getString("provider_id")),
                Columns.someText(row, "patient_id").map(PatientId::new),
                SlotRow.time(row),
                row.getString("emr_type"),
                Columns.constant(AppointmentStatus.class, row.getString("status")),
                Columns.someText(row, "reference").map(SlotId::new),
                Columns.someText(row, "patient_name"));
    }

    /** Writes a new appointment, under an id of the EMR's. */
    static AppointmentId insert(Handle handle, ClinicId clinic, NewAppointment appointment) {
        return handle.createQuery("""
                        INSERT INTO demo_appointments (
                            clinic_id, provider_id, patient_id, starts, ends, emr_type, status, reason, reference)
                        VALUES (:clinic, :provider, :patient, :starts, :ends, :type, 'booked', :reason, :reference)
                        RETURNING appointment_id
                        """)
                .bind("clinic", clinic.value())
                .bind("provider", appointment.provider().value())
                .bind("patient", appointment.patient().value())
                .bind("starts", Columns.moment(appointment.time().start()))
                .bind("ends", Columns.moment(appointment.time().end()))
                .bind("type", appointment.emrType())
                .bind("reason", appointment.reason().orElse(null))
                .bind("reference", appointment.reference().value())
                .map((row, context) -> new AppointmentId(row.getString("appointment_id")))
                .one();
    }

    /** Puts an appointment in under its own id, in place of one that has it. */
    static void put(Handle handle, ClinicId clinic, Appointment appointment) {
        handle.createUpdate("""
                        INSERT INTO demo_appointments (
                            clinic_id, appointment_id, provider_id, patient_id, starts, ends, emr_type, status,
                            reference)
                        VALUES (:clinic, :id, :provider, :patient, :starts, :ends, :type, :status, :reference)
                        ON CONFLICT (clinic_id, appointment_id) DO UPDATE SET
                            provider_id = excluded.provider_id, patient_id = excluded.patient_id,
                            starts = excluded.starts, ends = excluded.ends, emr_type = excluded.emr_type,
                            status = excluded.status, reason = NULL, reference = excluded.reference
                        """)
                .bind("clinic", clinic.value())
                .bind("id", appointment.id().value())
                .bind("provider", appointment.provider().value())
                .bind("patient", appointment.patient().map(PatientId::value).orElse(null))
                .bind("starts", Columns.moment(appointment.time().start()))
                .bind("ends", Columns.moment(appointment.time().end()))
                .bind("type", appointment.emrType())
                .bind("status", Columns.word(appointment.status()))
                .bind("reference", appointment.reference().map(SlotId::value).orElse(null))
                .execute();
    }
}
