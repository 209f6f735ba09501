package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.PostgresClinicSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where clinics want calls handed on to: a row for each reason that is special, and one for the rest. */
public final class PostgresTransferPlans implements TransferPlans {
    private static final String OTHER = "other";
    private static final String READ =
            "SELECT reason, number, label, always FROM transfer_destinations WHERE clinic_id = :clinic";

    private final ClinicTransactions transactions;

    /** The plans of all clinics. */
    public PostgresTransferPlans(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private record Row(String reason, Optional<TransferDestination> destination) {}

    @Override
    public TransferPlan plan(ClinicId clinic) {
        return plan(transactions.queryInClinic(clinic, READ, query -> {}, row -> read(row)));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getString("reason"), destination(row));
    }

    private static TransferPlan plan(List<Row> rows) {
        Map<TransferReason, Optional<TransferDestination>> byReason = new EnumMap<>(TransferReason.class);
        Optional<TransferDestination> usual = Optional.empty();
        for (Row row : rows) {
            if (row.reason().equals(OTHER)) {
                usual = row.destination();
            } else {
                byReason.put(Columns.constant(TransferReason.class, row.reason()), row.destination());
            }
        }
        return new TransferPlan(byReason, usual);
    }

    /** A destination as kept, which may be missing. */
    static Optional<TransferDestination> destination(ResultSet row) throws SQLException {
        Optional<String> number = Columns.someText(row, "number");
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferDestination(
                        new PhoneNumber(number.get()), row.getString("label"), row.getBoolean("always")));
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<TransferPlan> change) {
        transactions.doInClinic(clinic, handle -> {
            PostgresClinicSettings.takeTurn(handle, clinic);
            TransferPlan plan = change.apply(plan(handle.createQuery(READ)
                    .bind("clinic", clinic.value())
                    .map((row, context) -> read(row))
                    .list()));
            handle.createUpdate("DELETE FROM transfer_destinations WHERE clinic_id = :clinic")
                    .bind("clinic", clinic.value())
                    .execute();
            Map<String, Optional<TransferDestination>> rows = new LinkedHashMap<>();
            plan.byReason().forEach((reason, destination) -> rows.put(reason.word(), destination));
            rows.put(OTHER, plan.usual());
            insert(handle, clinic, rows);
        });
    }

    private static void insert(Handle handle, ClinicId clinic, Map<String, Optional<TransferDestination>> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO transfer_destinations (clinic_id, reason, number, label, always)
                VALUES (:clinic, :reason, :number, :label, :always)
                """);
        rows.forEach((reason, destination) -> batch.bind("clinic", clinic.value())
                .bind("reason", reason)
                .bind("number", destination.map(each -> each.number().e164()).orElse(null))
                .bind("label", destination.map(TransferDestination::label).orElse(null))
                .bind("always", destination.map(TransferDestination::always).orElse(false))
                .add());
        batch.execute();
    }
}
