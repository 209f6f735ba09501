package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Tasks for staff; the row's key is what lets one of a kind about one thing be added once. */
public final class PostgresTaskBook implements TaskBook {
    private final ClinicTransactions transactions;

    /** The tasks of all clinics. */
    public PostgresTaskBook(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ClinicId clinic, Task task) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        INSERT INTO tasks (clinic_id, kind, about, patient_id, call_id, at)
                        VALUES (:clinic, :kind, :about, :patient, :call, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("clinic", clinic.value())
                        .bind("kind", Columns.word(task.kind()))
                        .bind("about", task.about())
                        .bind("patient", task.patient().map(PatientId::value).orElse(null))
                        .bind("call", task.call().map(CallId::value).orElse(null))
                        .bind("at", Columns.moment(task.at()))
                        .execute());
    }

    @Override
    public List<Task> open(ClinicId clinic, int most) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT kind, about, patient_id, call_id, at FROM tasks
                         WHERE clinic_id = :clinic AND finished_at IS NULL
                         ORDER BY at, kind, about
                         LIMIT :most
                        """)
                        .bind("clinic", clinic.value())
                        .bind("most", most)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                Columns.constant(TaskKind.class, row.getString("kind")),
                row.getString("about"),
                Columns.someText(row, "patient_id").map(PatientId::new),
                Columns.someText(row, "call_id").map(CallId::new),
                Columns.moment(row, "at"));
    }
}
