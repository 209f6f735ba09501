package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tasks of clinics' staff, with who does them. */
public final class PostgresTaskDesk implements TaskDesk {
    private final ClinicTransactions transactions;

    /** The tasks of all clinics. */
    public PostgresTaskDesk(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Kept> page(ClinicId clinic, boolean done, Optional<Mark> after, int most) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT * FROM tasks
                         WHERE clinic_id = :clinic AND (finished_at IS NOT NULL) = :done
                           AND (at, kind, about) > (:at, :kind, :about)
                         ORDER BY at, kind, about
                         LIMIT :most
                        """)
                        .bind("clinic", clinic.value())
                        .bind("done", done)
                        .bind("at", Columns.moment(after.map(Mark::at).orElse(Instant.EPOCH)))
                        .bind(
                                "kind",
                                after.map(mark -> Columns.word(mark.kind())).orElse(""))
                        .bind("about", after.map(Mark::about).orElse(""))
                        .bind("most", most)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(PostgresTaskBook.read(row), by(row, "taken"), by(row, "finished"));
    }

    private static Optional<By> by(ResultSet row, String did) throws SQLException {
        Optional<UserId> user = Columns.someText(row, did + "_by").map(UserId::new);
        return Columns.someMoment(row, did + "_at").map(at -> new By(user, at));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClinicId clinic, TaskKind kind, String about) {
        return statement
                .bind("clinic", clinic.value())
                .bind("kind", Columns.word(kind))
                .bind("about", about);
    }

    @Override
    public Optional<Kept> task(ClinicId clinic, TaskKind kind, String about) {
        return transactions.inClinic(
                clinic,
                handle -> bind(
                                handle.createQuery("SELECT * FROM tasks"
                                        + " WHERE clinic_id = :clinic AND kind = :kind AND about = :about"),
                                clinic,
                                kind,
                                about)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public boolean take(ClinicId clinic, TaskKind kind, String about, UserId by, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> bind(handle.createUpdate("""
                                UPDATE tasks SET taken_by = :by, taken_at = :now
                                 WHERE clinic_id = :clinic AND kind = :kind AND about = :about AND finished_at IS NULL
                                """), clinic, kind, about)
                                .bind("by", by.value())
                                .bind("now", Columns.moment(now))
                                .execute()
                        == 1);
    }

    @Override
    public void finish(ClinicId clinic, TaskKind kind, String about, UserId by, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> bind(handle.createUpdate("""
                                UPDATE tasks SET finished_at = :now, finished_by = :by
                                 WHERE clinic_id = :clinic AND kind = :kind AND about = :about AND finished_at IS NULL
                                """), clinic, kind, about)
                        .bind("by", by.value())
                        .bind("now", Columns.moment(now))
                        .execute());
    }
}
