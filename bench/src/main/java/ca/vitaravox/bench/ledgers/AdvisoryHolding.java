package ca.vitaravox.bench.ledgers;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Holding as it is often done: whoever wants time of a provider takes that provider's advisory lock, looks, inserts. The
 * look has to be a statement after the lock, or it would see the rows as they were before the lock was had. The table is
 * one like {@code slots}, without the constraint; holds that ran out are ignored, and earlier ones of the call not
 * looked for, so this does less.
 */
final class AdvisoryHolding implements Holding {
    /** Makes its table; to be run as the owner. */
    static final String TABLE = """
            CREATE TABLE advisory_slots (
                LIKE slots INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (clinic_id, slot_id));
            ALTER TABLE advisory_slots ADD FOREIGN KEY (clinic_id) REFERENCES clinics;
            CREATE INDEX ON advisory_slots (clinic_id, provider_id, ends) WHERE blocks;
            CREATE INDEX ON advisory_slots (clinic_id, call_id);
            CREATE INDEX ON advisory_slots (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;
            CALL keep_clinics_apart('advisory_slots');
            GRANT SELECT, INSERT, UPDATE, DELETE ON advisory_slots TO vitaravox_app;
            """;

    private final ClinicTransactions transactions;

    AdvisoryHolding(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean hold(ClinicId clinic, List<Slot> candidates, Instant now) {
        return transactions.inClinic(clinic, handle -> {
            // in one order, so that nobody waits in a circle
            candidates.stream()
                    .map(slot -> slot.provider().value())
                    .distinct()
                    .sorted()
                    .forEach(provider -> lock(handle, clinic, provider));
            for (Slot slot : candidates) {
                if (isFree(handle, clinic, slot, now)) {
                    insert(handle, clinic, slot, now);
                    return true;
                }
            }
            return false;
        });
    }

    private static void lock(Handle handle, ClinicId clinic, String provider) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtext(:clinic), hashtext(:provider)) IS NULL")
                .bind("clinic", clinic.value())
                .bind("provider", provider)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isFree(Handle handle, ClinicId clinic, Slot slot, Instant now) {
        return handle.createQuery("""
                        SELECT NOT EXISTS (
                               SELECT FROM advisory_slots
                                WHERE clinic_id = :clinic AND provider_id = :provider AND blocks
                                  AND starts < :ends AND ends > :starts AND (state = 'writing' OR until > :now))
                        """)
                .bind("clinic", clinic.value())
                .bind("provider", slot.provider().value())
                .bind("starts", Columns.moment(slot.time().start()))
                .bind("ends", Columns.moment(slot.time().end()))
                .bind("now", Columns.moment(now))
                .mapTo(Boolean.class)
                .one();
    }

    private static void insert(Handle handle, ClinicId clinic, Slot slot, Instant now) {
        handle.createUpdate("""
                        INSERT INTO advisory_slots (
                            clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at,
                            state, blocks, until)
                        VALUES (:clinic, :slot, :call, :patient, :provider, :starts, :ends, :type, :now,
                                'held', true, :until)
                        """)
                .bind("clinic", clinic.value())
                .bind("slot", slot.id().value())
                .bind("call", slot.call().value())
                .bind("patient", slot.patient().map(PatientId::value).orElse(null))
                .bind("provider", slot.provider().value())
                .bind("starts", Columns.moment(slot.time().start()))
                .bind("ends", Columns.moment(slot.time().end()))
                .bind("type", slot.visitType().value())
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(now.plus(HoldLedger.HOLD)))
                .execute();
    }
}
