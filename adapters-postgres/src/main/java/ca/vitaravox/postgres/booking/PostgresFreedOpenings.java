package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;

/** Times that came free, and that somebody is to see to them. */
public final class PostgresFreedOpenings implements FreedOpenings {
    private final ClinicTransactions transactions;

    /** The freed openings of all clinics. */
    public PostgresFreedOpenings(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ClinicId clinic, FreedOpening opening, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        WITH added AS (
                            INSERT INTO freed_openings (
                                clinic_id, opening_id, appointment_id, provider_id, starts, ends, moved_to, moved_start,
                                freed_at)
                            VALUES (:clinic, :opening, :appointment, :provider, :starts, :ends, :movedTo, :movedStart, :now)
                            ON CONFLICT DO NOTHING
                            RETURNING opening_id
                        )
                        INSERT INTO waitlist_work (clinic_id, kind, id, due)
                        SELECT :clinic, 'opening', opening_id, :now FROM added
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("clinic", clinic.value())
                        .bind("opening", opening.id().value())
                        .bind("appointment", opening.appointment().value())
                        .bind("provider", opening.provider().value())
                        .bind("starts", Columns.moment(opening.time().start()))
                        .bind("ends", Columns.moment(opening.time().end()))
                        .bind(
                                "movedTo",
                                opening.movedTo()
                                        .map(FreedOpening.MovedTo::appointment)
                                        .map(AppointmentId::value)
                                        .orElse(null))
                        .bind(
                                "movedStart",
                                opening.movedTo()
                                        .map(moved -> Columns.moment(moved.start()))
                                        .orElse(null))
                        .bind("now", Columns.moment(now))
                        .execute());
    }
}
