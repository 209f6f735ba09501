package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistBook.Joining;
import ca.vitaravox.ports.waitlist.WaitlistBook.Limits;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Somebody is put on the list: one transaction, in turns within a clinic, so that places and limits are true. */
final class EntryJoin {
    private final ClinicId clinic;
    private final WaitlistEntry entry;
    private final Asking asking;
    private final Limits limits;
    private final Instant now;

    EntryJoin(ClinicId clinic, WaitlistEntry entry, Asking asking, Limits limits, Instant now) {
        this.clinic = clinic;
        this.entry = entry;
        this.asking = asking;
        this.limits = limits;
        this.now = now;
    }

    private record Same(String id, boolean shadow, boolean known) {}

    Joining make(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended(? || ' waitlist', 0))", clinic.value());
        endWhatIsOver(handle);
        List<Same> same = same(handle);
        Optional<Same> known = same.stream().filter(Same::known).findFirst();
        if (known.isPresent()) {
            return new Joining.Already(position(handle, known.get().id()));
        }
        if (isFull(handle)) {
            return new Joining.Full();
        }
        insert(
                handle,
                same.stream().filter(each -> !each.shadow()).map(Same::id).findFirst());
        return new Joining.Joined(position(handle, entry.id().value()));
    }

    /** Entries whose time is over make room for others of the same person. */
    private void endWhatIsOver(Handle handle) {
        asked(handle.createUpdate("""
                UPDATE waitlist_entries SET ended = 'over', ended_at = :now
                 WHERE clinic_id = :clinic AND ended IS NULL AND until <= :now
                """)).execute();
    }

    /** Those of the same person, the true one first. */
    private List<Same> same(Handle handle) {
        return asked(handle.createQuery("""
                SELECT entry_id, shadow_of IS NOT NULL AS shadow,
                       call_id = :call OR caller = :caller OR phone = :caller OR CAST(:patient AS text) IS NOT NULL AS known
                  FROM waitlist_entries
                 WHERE clinic_id = :clinic AND ended IS NULL AND (person_key = :key OR patient_id = :patient)
                 ORDER BY shadow_of IS NOT NULL, since, entry_id
                """))
                .bind("key", entry.person().key())
                .map((row, context) ->
                        new Same(row.getString("entry_id"), row.getBoolean("shadow"), row.getBoolean("known")))
                .list();
    }

    private boolean isFull(Handle handle) {
        return asked(handle.createQuery("""
                SELECT count(*) >= :perClinic
                       OR count(*) FILTER (WHERE CASE WHEN CAST(:caller AS text) IS NULL THEN call_id = :call
                                                      ELSE caller = :caller END) >= :perNumber
                  FROM waitlist_entries
                 WHERE clinic_id = :clinic AND ended IS NULL
                """))
                .bind("perClinic", limits.perClinic())
                .bind("perNumber", limits.perNumber())
                .mapTo(Boolean.class)
                .one();
    }

    private void insert(Handle handle, Optional<String> shadowOf) {
        asked(EntryRow.bind(handle.createUpdate(EntryRow.INSERT), entry))
                .bind("shadowOf", shadowOf.orElse(null))
                .execute();
    }

    private int position(Handle handle, String id) {
        return asked(handle.createQuery("""
                SELECT count(*) FROM waitlist_entries e, waitlist_entries mine
                 WHERE mine.clinic_id = :clinic AND mine.entry_id = :mine
                   AND e.clinic_id = :clinic AND e.ended IS NULL
                   AND (e.priority, e.since, e.entry_id) <= (mine.priority, mine.since, mine.entry_id)
                """))
                .bind("mine", id)
                .mapTo(Integer.class)
                .one();
    }

    private <S extends SqlStatement<S>> S asked(S statement) {
        return statement
                .bind("clinic", clinic.value())
                .bind("call", asking.call().value())
                .bind("caller", asking.caller().map(PhoneNumber::e164).orElse(null))
                .bind("patient", entry.person().patient().map(PatientId::value).orElse(null))
                .bind("now", Columns.moment(now));
    }
}
