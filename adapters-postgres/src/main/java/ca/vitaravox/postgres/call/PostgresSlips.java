package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;

/** What went wrong in calls: a row for each kind, with how often. */
public final class PostgresSlips implements Slips {
    private final ClinicTransactions transactions;

    /** What went wrong in the calls to all clinics. */
    public PostgresSlips(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int add(ClinicId clinic, CallId call, String tool, String kind, Instant now) {
        return transactions
                .queryInClinic(
                        clinic,
                        """
                        INSERT INTO slips AS s (clinic_id, call_id, tool, kind, times, at)
                        VALUES (:clinic, :call, :tool, :kind, 1, :now)
                        ON CONFLICT (clinic_id, call_id, tool, kind) DO UPDATE SET
                            times = s.times + 1, at = excluded.at
                        RETURNING times
                        """,
                        query -> query.bind("call", call.value())
                                .bind("tool", tool)
                                .bind("kind", kind)
                                .bind("now", Columns.moment(now)),
                        row -> row.getInt(1))
                .get(0);
    }
}
