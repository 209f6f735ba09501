package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
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
    private static final String LET_GO_BY_ANOTHER = "23505"; // a unique index

    /**
     * Somebody has to see to a booking whose call is over by now; to whatever was written, once all that comes late must
     * have arrived; to what was certainly not written, nobody.
     */
    private static final String END = """
            WITH ended AS (
                UPDATE slots
                   SET state = :state, blocks = :blocks, until = CAST(:until AS timestamptz), since = :now,
                       booked_for = CASE WHEN :written THEN coalesce(:patient, booked_for) END,
                       appointment_id = :appointment
                 WHERE clinic_id = :clinic AND slot_id = :slot AND attempt = :attempt AND state = 'writing'
                RETURNING CASE WHEN state = 'booked' AND call_over_at IS NOT NULL THEN CAST(:now AS timestamptz)
                               WHEN :written THEN CAST(:late AS timestamptz) END AS due
            ),
            queued AS (
                INSERT INTO unfinished_writes (clinic_id, slot_id, due)
                SELECT :clinic, :slot, due FROM ended WHERE due IS NOT NULL
                ON CONFLICT (clinic_id, slot_id) DO UPDATE SET due = excluded.due
            ),
            finished AS (
                DELETE FROM unfinished_writes
                 WHERE clinic_id = :clinic AND slot_id = :slot AND EXISTS (SELECT FROM ended WHERE due IS NULL)
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
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        SELECT * FROM slots WHERE clinic_id = :clinic AND slot_id = :slot AND call_id = :call
                        """,
                        query -> query.bind("slot", slot.value()).bind("call", call.value()),
                        row -> SlotRow.entry(row, now))
                .stream()
                .findFirst();
    }

    @Override
    public List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now) {
        return transactions.queryInClinic(
                clinic,
                """
                        SELECT * FROM slots
                         WHERE clinic_id = :clinic AND call_id = :call AND booked_for = :patient
                           AND state IN ('writing', 'booked')
                         ORDER BY starts, slot_id
                        """,
                query -> query.bind("call", call.value()).bind("patient", patient.value()),
                row -> SlotRow.entry(row, now));
    }

    @Override
    public boolean isBooked(ClinicId clinic, AppointmentId appointment) {
        return transactions
                .queryInClinic(
                        clinic, """
                        SELECT EXISTS (
                            SELECT FROM slots
                             WHERE clinic_id = :clinic AND appointment_id = :appointment AND state = 'booked')
                        """, query -> query.bind("appointment", appointment.value()), row -> row.getBoolean(1))
                .get(0);
    }

    @Override
    public Claim claim(
            ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until) {
        try {
            return new SlotClaim(clinic, slot, patient, room, now, until).make(transactions);
        } catch (JdbiException refused) {
            if (ClinicTransactions.sqlState(refused).equals(Optional.of(OVERLAPS))) {
                return new Claim.Blocked();
            }
            throw refused;
        }
    }

    @Override
    public boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now) {
        Ended ended = Ended.as(end, now);
        return transactions
                .queryInClinic(
                        clinic,
                        END,
                        query -> query.bind("slot", slot.value())
                                .bind("attempt", attempt)
                                .bind("state", ended.state())
                                .bind("blocks", ended.until().isPresent())
                                .bind("written", !(end instanceof SlotState.Released))
                                .bind("now", Columns.moment(now))
                                .bind(
                                        "until",
                                        ended.until().map(Columns::moment).orElse(null))
                                .bind("late", Columns.moment(now.plus(UnfinishedWrites.LATE_ARRIVAL)))
                                .bind("patient", ended.patient())
                                .bind("appointment", ended.appointment()),
                        row -> row.getBoolean(1))
                .get(0);
    }

    /** How an attempt ended, and until when its time is blocked, if it still is. */
    private record Ended(String state, Optional<SlotState.Booked> booked, Optional<Instant> until) {
        String patient() {
            return booked.map(known -> known.patient().value()).orElse(null);
        }

        String appointment() {
            return booked.map(known -> known.appointment().value()).orElse(null);
        }

        static Ended as(SlotState end, Instant now) {
            if (end instanceof SlotState.Booked booked) {
                return new Ended("booked", Optional.of(booked), Optional.of(now.plus(HoldLedger.SETTLING)));
            }
            if (end instanceof SlotState.Released) {
                return new Ended("released", Optional.empty(), Optional.empty());
            }
            if (end instanceof SlotState.Compensated gone) {
                return new Ended("compensated", Optional.empty(), gone.blockedUntil());
            }
            throw new IllegalArgumentException("an attempt ends booked, released or compensated");
        }
    }

    @Override
    public boolean decide(ClinicId clinic, SlotId slot, int attempt, Course course) {
        if (course == Course.UNDECIDED) {
            throw new IllegalArgumentException("that decides nothing");
        }
        try {
            return decided(clinic, slot, attempt, course);
        } catch (JdbiException refused) {
            if (ClinicTransactions.sqlState(refused).equals(Optional.of(LET_GO_BY_ANOTHER))) {
                return false;
            }
            throw refused;
        }
    }

    private boolean decided(ClinicId clinic, SlotId slot, int attempt, Course course) {
        return transactions.updateInClinic(
                        clinic,
                        """
                                UPDATE slots SET course = :course
                                 WHERE clinic_id = :clinic AND slot_id = :slot AND attempt = :attempt
                                   AND state = 'writing' AND course IN ('undecided', :course)
                                """,
                        update -> update.bind("slot", slot.value())
                                .bind("attempt", attempt)
                                .bind("course", Columns.word(course)))
                == 1;
    }

    @Override
    public void leave(ClinicId clinic, SlotId slot, int attempt, Instant now) {
        transactions.updateInClinic(
                clinic,
                """
                        UPDATE slots SET until = :now
                         WHERE clinic_id = :clinic AND slot_id = :slot AND attempt = :attempt AND state = 'writing'
                        """,
                update -> update.bind("slot", slot.value())
                        .bind("attempt", attempt)
                        .bind("now", Columns.moment(now)));
    }

    @Override
    public void refused(ClinicId clinic, SlotId slot, PatientId patient) {
        transactions.updateInClinic(
                clinic, """
                        UPDATE slots SET refused = true
                         WHERE clinic_id = :clinic AND slot_id = :slot AND booked_for = :patient
                        """, update -> update.bind("slot", slot.value()).bind("patient", patient.value()));
    }

    @Override
    public void freed(ClinicId clinic, AppointmentId appointment, Instant now) {
        transactions.updateInClinic(clinic, """
                        UPDATE slots SET blocks = false, course = 'undecided'
                         WHERE clinic_id = :clinic AND appointment_id = :appointment AND state = 'booked'
                        """, update -> update.bind("appointment", appointment.value()));
    }

    @Override
    public List<Slot> takenBack(ClinicId clinic, PatientId patient) {
        return transactions.queryInClinic(clinic, """
                        SELECT * FROM slots
                         WHERE clinic_id = :clinic AND booked_for = :patient AND blocks
                           AND state = 'writing' AND course = 'taking_back'
                        """, query -> query.bind("patient", patient.value()), SlotRow::slot);
    }

    @Override
    public Optional<AppointmentId> letGoFor(ClinicId clinic, AppointmentId previous) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        SELECT appointment_id FROM slots
                         WHERE clinic_id = :clinic AND moves = :previous AND course = 'letting_go' AND state = 'booked'
                        """,
                        query -> query.bind("previous", previous.value()),
                        row -> new AppointmentId(row.getString("appointment_id")))
                .stream()
                .findFirst();
    }
}
