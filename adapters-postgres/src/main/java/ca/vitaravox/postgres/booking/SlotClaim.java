package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
import ca.vitaravox.ports.booking.BookingJournal.Room;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** One claim of a slot, in one statement, and in one go with the lock that it may need. */
final class SlotClaim {
    /** Claims that are bound to the room left to a patient take turns, so that each sees those before. */
    private static final String TURN =
            "SELECT pg_advisory_xact_lock(hashtextextended(:clinic || ' room of ' || :patient, 0))";

    /**
     * Rows are locked in the order of their ids, as in every statement on this table. A time that another server takes
     * at this very moment is found by the constraint: then the statement fails, and nothing is changed.
     *
     * <p>Two slots that overlap and block nothing yet could be claimed at once, and each would then wait for the other
     * in the check of the constraint; so claims of such slots take turns at the clinic's row.
     */
    private static final String CLAIM = """
            WITH slot AS (
                SELECT call_id, provider_id, starts, ends FROM slots WHERE clinic_id = :clinic AND slot_id = :slot
            ),
            -- the call's other holds that give way to this claim
            replaced AS (
                SELECT slot_id FROM slots
                 WHERE clinic_id = :clinic AND call_id = (SELECT call_id FROM slot) AND state = 'held'
                   AND slot_id <> :slot AND (patient_id IS NULL OR patient_id = :patient)
            ),
            -- what else becomes an appointment of the patient, or became one so lately that it may not have been counted
            beside AS (
                SELECT count(*) AS others,
                       count(*) FILTER (WHERE call_id = (SELECT call_id FROM slot)) AS of_call,
                       count(*) FILTER (WHERE starts < (SELECT ends FROM slot)
                                          AND ends > (SELECT starts FROM slot)) AS at_that_time
                  FROM slots
                 WHERE clinic_id = :clinic AND booked_for = :patient AND blocks AND slot_id <> :slot
                   AND (state = 'writing' OR state = 'booked' AND until > :now AND appointment_id <> ALL (:known))
            ),
            -- what else seems to block the slot's time, some of it over though nobody cleared the flag yet
            near AS (
                SELECT slot_id, state <> 'writing' AND until <= :now AS over FROM slots
                 WHERE clinic_id = :clinic AND blocks AND provider_id = (SELECT provider_id FROM slot)
                   AND starts < (SELECT ends FROM slot) AND ends > (SELECT starts FROM slot) AND slot_id <> :slot
            ),
            locked AS (
                SELECT slot_id, state, blocks, until, booked_for FROM slots
                 WHERE clinic_id = :clinic
                   AND slot_id = ANY (ARRAY (
                       SELECT CAST(:slot AS text)
                       UNION ALL SELECT slot_id FROM replaced
                       UNION ALL SELECT slot_id FROM near WHERE over))
                 ORDER BY slot_id FOR UPDATE
            ),
            found AS MATERIALIZED (
                SELECT state = 'writing' AS cut_off, state IN ('writing', 'compensated') AS resumed, blocks,
                       CASE state WHEN 'booked' THEN false
                                  WHEN 'writing' THEN until <= :now AND booked_for = :patient
                                  ELSE true END AS claimable,
                       EXISTS (SELECT FROM near
                                WHERE NOT over AND slot_id <> ALL (ARRAY (SELECT slot_id FROM replaced)))
                           OR state = 'compensated' AND blocks AND until > :now AND booked_for <> :patient AS obstructed,
                       CAST(:more AS integer) IS NOT NULL AND (
                           SELECT others >= :more OR :alone AND of_call > 0 OR at_that_time > 0 FROM beside) AS crowded
                  FROM locked
                 WHERE slot_id = :slot AND (SELECT count(*) FROM locked) > 0 -- so that all are locked before
            ),
            asked AS MATERIALIZED (
                SELECT *, claimable AND NOT obstructed AND NOT crowded AS granted FROM found
            ),
            turn AS MATERIALIZED (
                SELECT clinic_id FROM clinics
                 WHERE clinic_id = :clinic
                   AND EXISTS (SELECT FROM asked WHERE granted AND NOT blocks)
                   FOR NO KEY UPDATE
            ),
            cleared AS (
                UPDATE slots s
                   SET blocks = false, caller = NULL,
                       state = CASE WHEN s.state IN ('booked', 'compensated') THEN s.state
                                    WHEN s.until <= :now THEN 'expired'
                                    ELSE 'released' END
                  FROM asked
                 WHERE s.clinic_id = :clinic AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM locked))
                   AND s.slot_id <> :slot AND asked.granted
                   AND (s.state IN ('held', 'booked', 'compensated') AND s.until <= :now
                        OR s.state = 'held' AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM replaced)))
                RETURNING s.slot_id
            ),
            claimed AS (
                UPDATE slots s
                   SET state = 'writing', blocks = true, until = :until, attempt = s.attempt + 1,
                       booked_for = :patient, appointment_id = NULL, caller = NULL,
                       since = CASE WHEN asked.cut_off THEN s.since ELSE :now END,
                       moves = CASE WHEN asked.cut_off THEN s.moves END,
                       course = CASE WHEN asked.cut_off THEN s.course ELSE 'undecided' END,
                       refused = asked.cut_off AND s.refused
                  FROM asked
                 WHERE s.clinic_id = :clinic AND s.slot_id = :slot
                   AND asked.granted
                   AND (SELECT count(*) FROM turn) >= 0 AND (SELECT count(*) FROM cleared) >= 0 -- before this
                RETURNING s.attempt, s.course
            ),
            -- should nobody end it in time
            queued AS (
                INSERT INTO unfinished_writes (clinic_id, slot_id, due)
                SELECT :clinic, :slot, :until FROM claimed
                ON CONFLICT (clinic_id, slot_id) DO UPDATE SET due = excluded.due
            )
            SELECT asked.claimable, asked.obstructed, asked.granted, asked.resumed, claimed.attempt, claimed.course
              FROM asked LEFT JOIN claimed ON true
            """;

    private final ClinicId clinic;
    private final SlotId slot;
    private final PatientId patient;
    private final Optional<Room> room;
    private final Instant now;
    private final Instant until;

    SlotClaim(ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until) {
        this.clinic = clinic;
        this.slot = slot;
        this.patient = patient;
        this.room = room;
        this.now = now;
        this.until = until;
    }

    Claim make(ClinicTransactions transactions) {
        return answers(transactions).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no slot " + slot + " was offered by " + clinic));
    }

    private List<Claim> answers(ClinicTransactions transactions) {
        return room.isPresent()
                ? transactions.queryLockedInClinic(clinic, TURN, CLAIM, this::bind, row -> read(row))
                : transactions.queryInClinic(clinic, CLAIM, this::bind, row -> read(row));
    }

    private void bind(Parameters claim) {
        claim.bind("slot", slot.value())
                .bind("patient", patient.value())
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .bind("more", room.map(Room::more).orElse(null))
                .bind("alone", room.map(Room::alone).orElse(false))
                .bindArray(
                        "known",
                        String.class,
                        room.map(Room::known).orElse(Set.of()).stream()
                                .map(AppointmentId::value)
                                .toList());
    }

    private static Claim read(ResultSet row) throws SQLException {
        if (!row.getBoolean("claimable")) {
            return new Claim.NotYours();
        }
        if (row.getBoolean("obstructed")) {
            return new Claim.Blocked();
        }
        return !row.getBoolean("granted")
                ? new Claim.NoRoom()
                : new Claim.Yours(
                        row.getInt("attempt"),
                        row.getBoolean("resumed"),
                        Columns.constant(Course.class, row.getString("course")));
    }
}
