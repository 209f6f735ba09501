package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slots offered and held, kept apart by PostgreSQL's exclusion constraint on their times. */
public final class PostgresHoldLedger implements HoldLedger {
    private final ClinicTransactions transactions;

    /**
     * For offers and their renewal. Claiming a slot, which does wait for the disk, takes all before it along; but should the
     * database's machine fall over before, the offer never was, and the caller hears that the slot is unknown.
     */
    private final ClinicTransactions lightly;

    /** The ledger of all clinics. */
    public PostgresHoldLedger(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.lightly = transactions.lightly();
    }

    @Override
    public List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        return transactions.queryInClinic(
                clinic,
                """
                        SELECT call_id, coalesce(booked_for, patient_id) AS patient_id, provider_id, starts, ends,
                               visit_type, state = 'held' AS held
                          FROM slots
                         WHERE clinic_id = :clinic AND provider_id = ANY (:providers) AND blocks
                           AND starts < :end AND ends > :start
                           AND (state = 'writing' OR until > :now)
                         ORDER BY starts, slot_id
                        """,
                query -> query.bindArray("providers", String.class, SlotRow.ids(providers))
                        .bind("start", Columns.moment(window.start()))
                        .bind("end", Columns.moment(window.end()))
                        .bind("now", Columns.moment(now)),
                row -> block(row));
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(
                new CallId(row.getString("call_id")),
                Columns.someText(row, "patient_id").map(PatientId::new),
                new ProviderId(row.getString("provider_id")),
                SlotRow.time(row),
                new VisitTypeCode(row.getString("visit_type")),
                row.getBoolean("held"));
    }

    @Override
    public Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        if (candidates.isEmpty() || most < 1) {
            return Offer.NOTHING;
        }
        SlotOffer offer = new SlotOffer(clinic, caller, candidates, hold, most, now);
        // losing a race means that a candidate was taken meanwhile, so there are no more races than candidates
        for (int race = 0; race < candidates.size(); race++) {
            Optional<Offer> offered = offer.make(lightly);
            if (offered.isPresent()) {
                return offered.get();
            }
        }
        return Offer.NOTHING;
    }

    @Override
    public boolean keep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        return new SlotKeep(clinic, caller, slot, until, now).make(transactions);
    }

    @Override
    public boolean handOver(ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now) {
        return transactions.updateInClinic(
                        clinic,
                        """
                        UPDATE slots
                           SET call_id = :call, caller = :caller, offered_at = least(:now, until - :longest),
                               until = least(until, :held)
                         WHERE clinic_id = :clinic AND slot_id = :slot AND state = 'held' AND until > :now
                        """,
                        update -> update.bind("slot", slot.value())
                                .bind("call", to.value())
                                .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                                .bind("now", Columns.moment(now))
                                .bind("held", Columns.moment(now.plus(HOLD)))
                                .bind("longest", LONGEST_HOLD))
                == 1;
    }

    @Override
    public void renew(ClinicId clinic, CallId call, Instant now) {
        lightly.queryInClinic(
                clinic,
                """
                        WITH held AS (
                            SELECT slot_id FROM slots
                             WHERE clinic_id = :clinic AND call_id = :call AND state = 'held' AND until > :now
                             ORDER BY slot_id FOR UPDATE
                        )
                        UPDATE slots s
                           SET until = greatest(s.until, least(:until, s.offered_at + :longest))
                         WHERE s.clinic_id = :clinic AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM held))
                           AND s.state = 'held'
                        RETURNING s.slot_id
                        """,
                query -> query.bind("call", call.value())
                        .bind("now", Columns.moment(now))
                        .bind("until", Columns.moment(now.plus(HOLD)))
                        .bind("longest", LONGEST_HOLD),
                row -> row.getString("slot_id"));
    }

    @Override
    public void release(ClinicId clinic, CallId call, Instant now) {
        transactions.updateInClinic(
                clinic, """
                        WITH mine AS (
                            SELECT slot_id FROM slots
                             WHERE clinic_id = :clinic AND call_id = :call AND call_over_at IS NULL
                             ORDER BY slot_id FOR UPDATE
                        ),
                        -- what the call was told before was told before its end, at whatever server
                        told AS (
                            SELECT max(at) AS last FROM told_appointments
                             WHERE clinic_id = :clinic AND call_id = :call
                        ),
                        ended AS (
                            UPDATE slots s
                               SET call_over_at = greatest(:now, (SELECT last FROM told)), caller = NULL,
                                   blocks = s.blocks AND s.state <> 'held',
                                   state = CASE WHEN s.state <> 'held' THEN s.state
                                                WHEN s.until > :now THEN 'released'
                                                ELSE 'expired' END
                             WHERE s.clinic_id = :clinic AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM mine))
                               AND s.call_over_at IS NULL
                            RETURNING s.slot_id, s.state
                        )
                        INSERT INTO unfinished_writes (clinic_id, slot_id, due)
                        SELECT :clinic, slot_id, :now FROM ended WHERE state = 'booked'
                        ON CONFLICT (clinic_id, slot_id) DO UPDATE SET due = excluded.due
                        """, update -> update.bind("call", call.value()).bind("now", Columns.moment(now)));
    }
}
