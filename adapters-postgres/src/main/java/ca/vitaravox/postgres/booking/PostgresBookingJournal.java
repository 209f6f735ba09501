package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Slots on their way to becoming appointments; the rows of {@link PostgresHoldLedger}. */
public final class PostgresBookingJournal implements BookingJournal {
    private static final String OVERLAPS = "23P01";

    /** Somebody has to see to a booking whose call is over by now; to whatever else ended, nobody. */
    private static final String END = """
            WITH ended AS (
                UPDATE slots
                   SET state = :state, blocks = :blocks, until = :until,
                       booked_for = :patient, appointment_id = :appointment
                 WHERE clinic_id = :clinic AND slot_id = :slot AND attempt = :attempt AND state = 'writing'
                RETURNING state = 'booked' AND call_over AS unheard
            ),
            due AS (
                INSERT INTO unfinished_writes (clinic_id, slot_id, due)
                SELECT :clinic, :slot, :now FROM ended WHERE unheard
                ON CONFLICT (clinic_id, slot_id) DO UPDATE SET due = excluded.due
            ),
            finished AS (
                DELETE FROM unfinished_writes
                 WHERE clinic_id = :clinic AND slot_id = :slot AND EXISTS (SELECT FROM ended WHERE NOT unheard)
            )
            SELECT EXISTS (SELECT FROM ended)
            """;

    private final ClinicTransactions transactions;

    /** The journal of all clinics. */
    public PostgresBookingJournal(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT * FROM slots WHERE clinic_id = :clinic AND slot_id = :slot AND call_id = :call
                        """)
                        .bind("clinic", clinic.value())
                        .bind("slot", slot.value())
                        .bind("call", call.value())
                        .map((row, context) -> SlotRow.entry(row, now))
                        .findOne());
    }

    @Override
    public List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT * FROM slots
                         WHERE clinic_id = :clinic AND call_id = :call AND booked_for = :patient
                           AND state IN ('writing', 'booked')
                         ORDER BY starts, slot_id
                        """)
                        .bind("clinic", clinic.value())
                        .bind("call", call.value())
                        .bind("patient", patient.value())
                        .map((row, context) -> SlotRow.entry(row, now))
                        .list());
    }

    @Override
    public Claim claim(ClinicId clinic, SlotId slot, PatientId patient, Instant now, Instant until) {
        try {
            return new SlotClaim(clinic, slot, patient, now, until).make(transactions);
        } catch (JdbiException refused) {
            if (ClinicTransactions.sqlState(refused).equals(Optional.of(OVERLAPS))) {
                return new Claim.Blocked();
            }
            throw refused;
        }
    }

    @Override
    public boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now) {
        Ended ended = Ended.as(end);
        return transactions
                .queryInClinic(
                        clinic,
                        END,
                        query -> query.bind("slot", slot.value())
                                .bind("attempt", attempt)
                                .bind("state", ended.state())
                                .bind("blocks", ended.booked().isPresent())
                                .bind("now", Columns.moment(now))
                                .bind("until", Columns.moment(now.plus(HoldLedger.SETTLING)))
                                .bind("patient", ended.patient())
                                .bind("appointment", ended.appointment()),
                        (row, context) -> row.getBoolean(1))
                .get(0);
    }

    private record Ended(String state, Optional<SlotState.Booked> booked) {
        String patient() {
            return booked.map(known -> known.patient().value()).orElse(null);
        }

        String appointment() {
            return booked.map(known -> known.appointment().value()).orElse(null);
        }

        static Ended as(SlotState end) {
            if (end instanceof SlotState.Booked booked) {
                return new Ended("booked", Optional.of(booked));
            }
            if (end instanceof SlotState.Released) {
                return new Ended("released", Optional.empty());
            }
            if (end instanceof SlotState.Compensated) {
                return new Ended("compensated", Optional.empty());
            }
            throw new IllegalArgumentException("an attempt ends booked, released or compensated");
        }
    }

    @Override
    public void freed(ClinicId clinic, AppointmentId appointment, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE slots SET blocks = false
                         WHERE clinic_id = :clinic AND appointment_id = :appointment AND state = 'booked' AND blocks
                        """)
                        .bind("clinic", clinic.value())
                        .bind("appointment", appointment.value())
                        .execute());
    }
}
