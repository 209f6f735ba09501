package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.PostgresClinicSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Whether clinics go by their EMR's own schedule, and what they make of its codes. */
public final class PostgresEmrSchedules implements EmrSchedules {
    private static final String READ = """
            SELECT s.in_use, c.code, c.description, c.notice, c.visit_types
              FROM emr_schedules s LEFT JOIN schedule_codes c USING (clinic_id)
             WHERE s.clinic_id = :clinic
             ORDER BY c.code COLLATE "C"
            """;

    private final ClinicTransactions transactions;

    /** Those of all clinics. */
    public PostgresEmrSchedules(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private record Row(boolean inUse, Optional<ScheduleCode> code) {}

    @Override
    public EmrSchedule schedule(ClinicId clinic) {
        return settled(transactions.queryInClinic(clinic, READ, query -> {}, row -> read(row)));
    }

    private static EmrSchedule settled(List<Row> rows) {
        return rows.isEmpty()
                ? EmrSchedule.NONE
                : new EmrSchedule(
                        rows.get(0).inUse(),
                        rows.stream().flatMap(row -> row.code().stream()).toList());
    }

    private static Row read(ResultSet row) throws SQLException {
        if (row.getString("code") == null) {
            return new Row(row.getBoolean("in_use"), Optional.empty());
        }
        return new Row(
                row.getBoolean("in_use"),
                Optional.of(new ScheduleCode(
                        row.getString("code"),
                        row.getString("description"),
                        Columns.constant(Notice.class, row.getString("notice")),
                        Columns.texts(row, "visit_types").stream()
                                .map(VisitTypeCode::new)
                                .collect(Collectors.toUnmodifiableSet()))));
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<EmrSchedule> change) {
        transactions.doInClinic(clinic, handle -> {
            PostgresClinicSettings.takeTurn(handle, clinic);
            EmrSchedule schedule = change.apply(settled(handle.createQuery(READ)
                    .bind("clinic", clinic.value())
                    .map((row, context) -> read(row))
                    .list()));
            handle.createUpdate("""
                            INSERT INTO emr_schedules (clinic_id, in_use) VALUES (:clinic, :inUse)
                            ON CONFLICT (clinic_id) DO UPDATE SET in_use = excluded.in_use
                            """)
                    .bind("clinic", clinic.value())
                    .bind("inUse", schedule.inUse())
                    .execute();
            handle.createUpdate("DELETE FROM schedule_codes WHERE clinic_id = :clinic")
                    .bind("clinic", clinic.value())
                    .execute();
            insert(handle, clinic, schedule.codes());
        });
    }

    private static void insert(Handle handle, ClinicId clinic, List<ScheduleCode> codes) {
        if (codes.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO schedule_codes (clinic_id, code, description, notice, visit_types)
                VALUES (:clinic, :code, :description, :notice, :visitTypes)
                """);
        for (ScheduleCode code : codes) {
            batch.bind("clinic", clinic.value())
                    .bind("code", code.code())
                    .bind("description", code.description())
                    .bind("notice", Columns.word(code.notice()))
                    .bindArray(
                            "visitTypes",
                            String.class,
                            code.visitTypes().stream()
                                    .map(VisitTypeCode::value)
                                    .sorted()
                                    .toArray())
                    .add();
        }
        batch.execute();
    }
}
