package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Tasks for staff; the row's key is what lets one of a kind about one thing be added once. */
public final class PostgresTaskBook implements TaskBook {
    private final ClinicTransactions transactions;

    /** The tasks of all clinics. */
    public PostgresTaskBook(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(ClinicId clinic, Task task) {
        return transactions.inClinic(clinic, handle -> isAdded(handle, clinic, task));
    }

    /** Tasks of one call wait for each other, so that each counts those before it. */
    @Override
    public Adding add(ClinicId clinic, Task task, int most) {
        return transactions.inClinic(clinic, handle -> {
            String call = task.call().map(CallId::value).orElse("");
            handle.execute(
                    "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "tasks " + clinic.value() + " " + call);
            List<String> others = handle.createQuery("""
                    SELECT about FROM tasks WHERE clinic_id = :clinic AND kind = :kind AND call_id = :call
                    """)
                    .bind("clinic", clinic.value())
                    .bind("kind", Columns.word(task.kind()))
                    .bind("call", call)
                    .mapTo(String.class)
                    .list();
            if (others.contains(task.about())) {
                return Adding.ALREADY;
            }
            return others.size() < most && isAdded(handle, clinic, task) ? Adding.ADDED : Adding.FULL;
        });
    }

    private static boolean isAdded(Handle handle, ClinicId clinic, Task task) {
        return handle.createUpdate("""
                INSERT INTO tasks (
                    clinic_id, kind, about, patient_id, call_id, at, caller, call_back, reason, message)
                VALUES (
                    :clinic, :kind, :about, :patient, :call, :at, :caller, :call_back, :reason, :message)
                ON CONFLICT DO NOTHING
                """)
                        .bind("clinic", clinic.value())
                        .bind("kind", Columns.word(task.kind()))
                        .bind("about", task.about())
                        .bind("patient", task.patient().map(PatientId::value).orElse(null))
                        .bind("call", task.call().map(CallId::value).orElse(null))
                        .bind("at", Columns.moment(task.at()))
                        .bind(
                                "caller",
                                of(task, Message::caller).map(PhoneNumber::e164).orElse(null))
                        .bind(
                                "call_back",
                                of(task, Message::callBack)
                                        .map(PhoneNumber::e164)
                                        .orElse(null))
                        .bind("reason", task.message().map(Message::reason).orElse(null))
                        .bind("message", of(task, Message::text).orElse(null))
                        .execute()
                == 1;
    }

    private static <T> Optional<T> of(Task task, Function<Message, Optional<T>> fact) {
        return task.message().flatMap(fact);
    }

    @Override
    public List<Task> open(ClinicId clinic, int most) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT kind, about, patient_id, call_id, at, caller, call_back, reason, message FROM tasks
                         WHERE clinic_id = :clinic AND finished_at IS NULL
                         ORDER BY at, kind, about
                         LIMIT :most
                        """)
                        .bind("clinic", clinic.value())
                        .bind("most", most)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void finish(ClinicId clinic, TaskKind kind, String about, Instant now) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        UPDATE tasks SET finished_at = :now
                         WHERE clinic_id = :clinic AND kind = :kind AND about = :about AND finished_at IS NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("kind", Columns.word(kind))
                        .bind("about", about)
                        .bind("now", Columns.moment(now))
                        .execute());
    }

    /** A task as it is kept. */
    static Task read(ResultSet row) throws SQLException {
        return new Task(
                Columns.constant(TaskKind.class, row.getString("kind")),
                row.getString("about"),
                Columns.someText(row, "patient_id").map(PatientId::new),
                Columns.someText(row, "call_id").map(CallId::new),
                Columns.moment(row, "at"),
                message(row));
    }

    private static Optional<Message> message(ResultSet row) throws SQLException {
        Optional<String> reason = Columns.someText(row, "reason");
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message(
                        Columns.someText(row, "caller").map(PhoneNumber::new),
                        Columns.someText(row, "call_back").map(PhoneNumber::new),
                        reason.get(),
                        Columns.someText(row, "message")));
    }
}
