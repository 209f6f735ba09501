package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Where each call is handed on to; the row is what lets one server order it, once. */
public final class PostgresTransferLedger implements TransferLedger {
    private final ClinicTransactions transactions;

    /** The transfers of the calls to all clinics. */
    public PostgresTransferLedger(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean choose(ClinicId clinic, CallId call, TransferDestination destination, Instant now) {
        return transactions.inClinic(clinic, handle -> {
            boolean same = bind(handle.createQuery("""
                            SELECT number = :number FROM call_transfers
                             WHERE clinic_id = :clinic AND call_id = :call
                               FOR UPDATE
                            """), clinic, call)
                    .bind("number", destination.number().e164())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            put(handle, clinic, call, destination, now);
            return same;
        });
    }

    private static void put(Handle handle, ClinicId clinic, CallId call, TransferDestination destination, Instant now) {
        bind(handle.createUpdate("""
                        INSERT INTO call_transfers AS t (clinic_id, call_id, number, label, always, at)
                        VALUES (:clinic, :call, :number, :label, :always, :now)
                        ON CONFLICT (clinic_id, call_id) DO UPDATE SET
                            number = excluded.number, label = excluded.label, always = excluded.always,
                            at = excluded.at,
                            ordered_at = CASE WHEN t.number = excluded.number AND t.ordered_at > :lapsed
                                              THEN t.ordered_at END
                        """), clinic, call)
                .bind("number", destination.number().e164())
                .bind("label", destination.label())
                .bind("always", destination.always())
                .bind("now", Columns.moment(now))
                .bind("lapsed", Columns.moment(now.minus(PATIENCE)))
                .execute();
    }

    @Override
    public Optional<TransferDestination> chosen(ClinicId clinic, CallId call) {
        return transactions.inClinic(
                clinic,
                handle -> bind(handle.createQuery("""
                                SELECT number, label, always FROM call_transfers
                                 WHERE clinic_id = :clinic AND call_id = :call
                                """), clinic, call)
                        .map((row, context) -> PostgresTransferPlans.destination(row))
                        .findOne()
                        .flatMap(found -> found));
    }

    @Override
    public Optional<TransferDestination> order(ClinicId clinic, CallId call, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> bind(handle.createQuery("""
                                UPDATE call_transfers SET ordered_at = :now
                                 WHERE clinic_id = :clinic AND call_id = :call AND ordered_at IS NULL
                                RETURNING number, label, always
                                """), clinic, call)
                        .bind("now", Columns.moment(now))
                        .map((row, context) -> PostgresTransferPlans.destination(row))
                        .findOne()
                        .flatMap(found -> found));
    }

    @Override
    public void notOrdered(ClinicId clinic, CallId call) {
        transactions.doInClinic(
                clinic, handle -> bind(handle.createUpdate("""
                                UPDATE call_transfers SET ordered_at = NULL
                                 WHERE clinic_id = :clinic AND call_id = :call
                                """), clinic, call).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClinicId clinic, CallId call) {
        return statement.bind("clinic", clinic.value()).bind("call", call.value());
    }
}
