package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** What was made at the voice platform for each clinic. */
public final class PostgresPlatformParts implements PlatformParts {
    /** Vapi is asked meanwhile, some fifty times, and may be slow: longer than other transactions are let be silent. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);

    private final ClinicTransactions transactions;

    /** Those of all clinics. */
    public PostgresPlatformParts(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<PlatformPart> of(ClinicId clinic) {
        return transactions.queryInClinic(
                clinic,
                "SELECT name COLLATE \"C\" AS name, platform_id, sent, answered FROM platform_parts"
                        + " WHERE clinic_id = :clinic ORDER BY 1",
                query -> {},
                row -> new PlatformPart(
                        row.getString("name"),
                        row.getString("platform_id"),
                        row.getString("sent"),
                        row.getString("answered")));
    }

    @Override
    public void keep(ClinicId clinic, PlatformPart part, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        INSERT INTO platform_parts (clinic_id, name, platform_id, sent, answered, at)
                        VALUES (:clinic, :name, :id, :sent, :answered, :now)
                        ON CONFLICT (clinic_id, name) DO UPDATE SET
                            platform_id = excluded.platform_id, sent = excluded.sent, answered = excluded.answered,
                            at = excluded.at
                        """)
                        .bind("clinic", clinic.value())
                        .bind("name", part.name())
                        .bind("id", part.id())
                        .bind("sent", part.sent())
                        .bind("answered", part.answered())
                        .bind("now", now)
                        .execute());
    }

    @Override
    public void forget(ClinicId clinic, String name) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("DELETE FROM platform_parts WHERE clinic_id = :clinic AND name = :name")
                        .bind("clinic", clinic.value())
                        .bind("name", name)
                        .execute());
    }

    /** The lock is a transaction's, as everything here: it goes with the transaction, also behind a pooler. */
    @Override
    public <T> Optional<T> alone(ClinicId clinic, Supplier<T> work) {
        return transactions.around(
                clinic, LONGEST_WORK, handle -> isFree(handle, clinic) ? Optional.of(work.get()) : Optional.empty());
    }

    private static boolean isFree(Handle handle, ClinicId clinic) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:clinic || ' platform parts', 0))")
                .bind("clinic", clinic.value())
                .mapTo(Boolean.class)
                .one();
    }
}
