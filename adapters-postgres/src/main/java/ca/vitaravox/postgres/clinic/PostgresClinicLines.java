package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.Line;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The telephone lines of clinics. */
public final class PostgresClinicLines implements ClinicLines {
    /** Unique or exclusion constraint violated: somebody has it already. */
    private static final Set<String> TAKEN = Set.of("23505", "23P01");

    private final ClinicTransactions transactions;
    private final PostgresClinicDirectory directory;

    /** Writes what {@code directory} reads. */
    public PostgresClinicLines(ClinicTransactions transactions, PostgresClinicDirectory directory) {
        this.transactions = transactions;
        this.directory = directory;
    }

    @Override
    public void changeLines(ClinicId clinic, UnaryOperator<List<Line>> change) {
        unlessTaken(clinic, handle -> {
            PostgresClinicSettings.takeTurn(handle, clinic);
            write(handle, clinic, change.apply(PostgresClinicDirectory.lines(handle, clinic)));
        });
    }

    /** Keeps the voice platform's ids of a line. */
    void know(Line line) {
        unlessTaken(
                line.clinic(),
                handle -> handle.createUpdate("""
                        UPDATE lines SET phone_number_id = :phone, assistant_id = :assistant
                         WHERE clinic_id = :clinic AND number = :number
                        """)
                        .bind("clinic", line.clinic().value())
                        .bind("number", line.number().e164())
                        .bind("phone", line.phoneNumberId().orElse(null))
                        .bind("assistant", line.assistantId().orElse(null))
                        .execute());
    }

    private void unlessTaken(ClinicId clinic, Consumer<Handle> work) {
        try {
            transactions.doInClinic(clinic, work);
        } catch (JdbiException refused) {
            if (ClinicTransactions.sqlState(refused).filter(TAKEN::contains).isPresent()) {
                throw new IllegalStateException(
                        "a number or id among the lines of " + clinic + " is given twice, or another clinic's",
                        refused);
            }
            throw refused;
        }
        directory.forget(clinic);
    }

    private static void write(Handle handle, ClinicId clinic, List<Line> lines) {
        if (lines.stream().anyMatch(line -> !line.clinic().equals(clinic))) {
            throw new IllegalArgumentException("a clinic is assigned its own lines");
        }
        handle.createUpdate("DELETE FROM lines WHERE clinic_id = :clinic")
                .bind("clinic", clinic.value())
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO lines (number, clinic_id, phone_number_id, assistant_id, language)
                VALUES (:number, :clinic, :phone, :assistant, :language)
                """);
        for (Line line : lines) {
            batch.bind("number", line.number().e164())
                    .bind("clinic", clinic.value())
                    .bind("phone", line.phoneNumberId().orElse(null))
                    .bind("assistant", line.assistantId().orElse(null))
                    .bind("language", line.language().code())
                    .add();
        }
        batch.execute();
    }
}
