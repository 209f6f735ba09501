package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/**
 * The queue of slots that somebody has to see to. Its rows are kept by the statements that claim, end and release
 * slots; here they are taken, and removed once nothing remains to be done.
 */
public final class PostgresUnfinishedWrites implements UnfinishedWrites {
    /** Never waits: what somebody else is taking, ending or releasing at this moment is left to them. */
    private static final String TAKE = """
            WITH taken AS (
                SELECT clinic_id, slot_id, due FROM unfinished_writes
                 WHERE due <= :now
                 ORDER BY due, clinic_id, slot_id
                 LIMIT :most FOR UPDATE SKIP LOCKED
            ),
            postponed AS (
                UPDATE unfinished_writes u SET due = :until
                  FROM taken
                 WHERE u.clinic_id = taken.clinic_id AND u.slot_id = taken.slot_id
                RETURNING taken.clinic_id, taken.slot_id, taken.due
            )
            SELECT clinic_id, slot_id FROM postponed ORDER BY due, clinic_id, slot_id
            """;

    /** Only what is still as it was left when taken: what ended since is nobody's, or due anew and somebody else's. */
    private static final String READ = """
            SELECT s.* FROM slots s JOIN unfinished_writes u ON u.clinic_id = s.clinic_id AND u.slot_id = s.slot_id
             WHERE s.clinic_id = :clinic AND s.slot_id = ANY (:slots) AND u.due = :until
            """;

    private final ClinicTransactions transactions;

    /** The queue of all clinics. */
    public PostgresUnfinishedWrites(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private record Key(ClinicId clinic, SlotId slot) {}

    @Override
    public List<Unfinished> take(int most, Instant now, Instant until) {
        List<Key> taken = transactions.inNoClinic(handle -> handle.createQuery(TAKE)
                .bind("most", most)
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .map((row, context) ->
                        new Key(new ClinicId(row.getString("clinic_id")), new SlotId(row.getString("slot_id"))))
                .list());
        Map<Key, Unfinished> read = new HashMap<>();
        taken.stream()
                .collect(Collectors.groupingBy(Key::clinic))
                .forEach((clinic, keys) -> read(clinic, keys, now, until)
                        .forEach(each -> read.put(new Key(clinic, each.slot().id()), each)));
        return taken.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    private List<Unfinished> read(ClinicId clinic, List<Key> keys, Instant now, Instant until) {
        List<String> slots = keys.stream().map(key -> key.slot().value()).toList();
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery(READ)
                        .bind("clinic", clinic.value())
                        .bindArray("slots", String.class, slots)
                        .bind("until", Columns.moment(until))
                        .map((row, context) -> unfinished(clinic, row, now, until))
                        .list());
    }

    private static Unfinished unfinished(ClinicId clinic, ResultSet row, Instant now, Instant turn)
            throws SQLException {
        return new Unfinished(
                clinic,
                SlotRow.slot(row),
                SlotRow.state(row, now),
                new PatientId(row.getString("booked_for")),
                Columns.moment(row, "since"),
                Columns.someMoment(row, "call_over_at"),
                row.getBoolean("refused"),
                Columns.someText(row, "moves").map(AppointmentId::new),
                turn);
    }

    @Override
    public void moves(ClinicId clinic, SlotId slot, AppointmentId previous) {
        transactions.updateInClinic(
                clinic,
                "UPDATE slots SET moves = :previous WHERE clinic_id = :clinic AND slot_id = :slot",
                update -> update.bind("slot", slot.value()).bind("previous", previous.value()));
    }

    @Override
    public void later(Unfinished taken, Instant due) {
        change(taken, "UPDATE unfinished_writes SET due = :due", update -> update.bind("due", Columns.moment(due)));
    }

    @Override
    public void done(Unfinished taken) {
        change(taken, "DELETE FROM unfinished_writes", delete -> {});
    }

    /** Whatever becomes of a slot meanwhile makes it due at another moment. */
    private void change(Unfinished taken, String change, Consumer<Update> parameters) {
        transactions.doInClinic(taken.clinic(), handle -> {
            Update update = handle.createUpdate(
                            change + " WHERE clinic_id = :clinic AND slot_id = :slot AND due = :turn")
                    .bind("clinic", taken.clinic().value())
                    .bind("slot", taken.slot().id().value())
                    .bind("turn", Columns.moment(taken.turn()));
            parameters.accept(update);
            update.execute();
        });
    }
}
