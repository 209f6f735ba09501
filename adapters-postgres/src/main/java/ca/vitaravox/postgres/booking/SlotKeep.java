package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** One hold for longer than a call holds anything. The constraint decides whether its time is free. */
final class SlotKeep {
    /** What is over, though nobody cleared the flag yet. */
    private static final String CLEAR = """
            UPDATE slots SET blocks = false, caller = NULL,
                             state = CASE WHEN state = 'held' THEN 'expired' ELSE state END
             WHERE clinic_id = :clinic AND slot_id = ANY (ARRAY (
                       SELECT slot_id FROM slots
                        WHERE clinic_id = :clinic AND provider_id = :provider AND blocks
                          AND state IN ('held', 'booked', 'compensated') AND until <= :now AND starts < :ends AND ends > :starts
                        ORDER BY slot_id FOR UPDATE))
            """;

    private static final String HOLD = """
            INSERT INTO slots (
                clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at,
                state, blocks, until, caller)
            VALUES (:clinic, :slot, :call, :patient, :provider, :starts, :ends, :type, :now, 'held', true, :until, :caller)
            ON CONFLICT DO NOTHING
            """;

    private final ClinicId clinic;
    private final Optional<PhoneNumber> caller;
    private final Slot slot;
    private final Instant until;
    private final Instant now;

    SlotKeep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        this.clinic = clinic;
        this.caller = caller;
        this.slot = slot;
        this.until = until;
        this.now = now;
    }

    boolean make(ClinicTransactions transactions) {
        return transactions.inClinic(clinic, this::make);
    }

    private boolean make(Handle handle) {
        time(handle.createUpdate(CLEAR)).execute();
        return time(handle.createUpdate(HOLD))
                        .bind("slot", slot.id().value())
                        .bind("call", slot.call().value())
                        .bind("patient", slot.patient().map(PatientId::value).orElse(null))
                        .bind("type", slot.visitType().value())
                        .bind("until", Columns.moment(until))
                        .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                        .execute()
                == 1;
    }

    private Update time(Update update) {
        return update.bind("clinic", clinic.value())
                .bind("provider", slot.provider().value())
                .bind("starts", Columns.moment(slot.time().start()))
                .bind("ends", Columns.moment(slot.time().end()))
                .bind("now", Columns.moment(now));
    }
}
