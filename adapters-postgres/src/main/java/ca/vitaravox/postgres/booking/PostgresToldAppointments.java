package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which appointments a call was told of. What a call was told and that it is over may be noted by two servers, whose clocks
 * differ by as much as the database took to answer them. So the later of the two is noted as later, whatever its server's
 * clock says: here, and where {@link PostgresHoldLedger#release} notes the end.
 */
public final class PostgresToldAppointments implements ToldAppointments {
    private static final String KEEP = """
            WITH ended AS (
                SELECT max(call_over_at) + interval '1 microsecond' AS since FROM slots
                 WHERE clinic_id = :clinic AND call_id = :call
            )
            INSERT INTO told_appointments AS t (clinic_id, call_id, appointment_id, patient_id, booked_here, at)
            SELECT :clinic, :call, appointment_id, :patient, :booked, greatest(:now, ended.since)
              FROM ended, unnest(:appointments) AS appointment_id
            ON CONFLICT (clinic_id, call_id, appointment_id) DO UPDATE SET
                patient_id = excluded.patient_id,
                booked_here = t.booked_here OR excluded.booked_here
            """;

    private final ClinicTransactions transactions;

    /** What the calls of all clinics were told. */
    public PostgresToldAppointments(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(
            ClinicId clinic,
            CallId call,
            PatientId patient,
            Set<AppointmentId> appointments,
            boolean booked,
            Instant now) {
        // sorted, so that two who keep the same ones at once do not wait for each other
        List<String> ids =
                appointments.stream().map(AppointmentId::value).sorted().toList();
        if (ids.isEmpty()) {
            return;
        }
        transactions.updateInClinic(
                clinic,
                KEEP,
                update -> update.bind("call", call.value())
                        .bind("patient", patient.value())
                        .bindArray("appointments", String.class, ids)
                        .bind("booked", booked)
                        .bind("now", Columns.moment(now)));
    }

    @Override
    public boolean heard(ClinicId clinic, AppointmentId appointment, CallId call, Optional<Instant> over) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        SELECT EXISTS (
                            SELECT FROM told_appointments
                             WHERE clinic_id = :clinic AND appointment_id = :appointment
                               AND (call_id <> :call OR CAST(:over AS timestamptz) IS NULL OR at <= :over))
                        """,
                        query -> query.bind("appointment", appointment.value())
                                .bind("call", call.value())
                                .bind("over", over.map(Columns::moment).orElse(null)),
                        row -> row.getBoolean(1))
                .get(0);
    }

    @Override
    public Optional<Told> told(ClinicId clinic, CallId call, AppointmentId appointment) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        SELECT patient_id, booked_here FROM told_appointments
                         WHERE clinic_id = :clinic AND call_id = :call AND appointment_id = :appointment
                        """,
                        query -> query.bind("call", call.value()).bind("appointment", appointment.value()),
                        row -> new Told(new PatientId(row.getString("patient_id")), row.getBoolean("booked_here")))
                .stream()
                .findFirst();
    }

    @Override
    public void cancelling(ClinicId clinic, CallId call, AppointmentId appointment) {
        cancelling(clinic, call, appointment, true);
    }

    @Override
    public boolean settled(ClinicId clinic, CallId call, AppointmentId appointment) {
        return cancelling(clinic, call, appointment, false);
    }

    /** Whether that was any change. */
    private boolean cancelling(ClinicId clinic, CallId call, AppointmentId appointment, boolean open) {
        return transactions.updateInClinic(
                        clinic,
                        """
                                UPDATE told_appointments SET cancelling = :open
                                 WHERE clinic_id = :clinic AND call_id = :call AND appointment_id = :appointment
                                   AND cancelling <> :open
                                """,
                        update -> update.bind("call", call.value())
                                .bind("appointment", appointment.value())
                                .bind("open", open))
                == 1;
    }
}
