package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Parameters;
import ca.vitaravox.postgres.clinic.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Asks the demo EMR as one asks any EMR: until a deadline, and without being sure of an answer. Thread-safe. */
public final class DemoRequests {
    private final ClinicTransactions transactions;
    private final InstantSource clock;

    /**
     * Requests to the demo EMR.
     *
     * @param clock by which deadlines are measured
     */
    public DemoRequests(ClinicTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Reads, in one round trip.
     *
     * @param sql one query; {@code :clinic} is bound
     * @param parameters binds the others
     * @throws EmrUnavailableException if there is no answer by the deadline
     */
    public <T> List<T> read(
            ClinicId clinic, Deadline deadline, String sql, Consumer<Parameters> parameters, Row<T> rows) {
        try {
            return transactions.queryOnceInClinic(clinic, left(clinic, deadline), sql, parameters, rows);
        } catch (JdbiException noAnswer) {
            throw new EmrUnavailableException("the demo EMR of " + clinic + " did not answer", noAnswer);
        }
    }

    /**
     * Changes something, once. Nothing is changed before the transaction commits, so what fails before that was
     * certainly not done; if the commit fails, nobody knows. Never throws for a failure.
     */
    public <T> Sent<T> write(ClinicId clinic, Deadline deadline, Function<Handle, T> change) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return new Sent.Done<>(send(clinic, deadline, handle -> {
                T changed = change.apply(handle);
                committing.set(true);
                return changed;
            }));
        } catch (JdbiException | EmrUnavailableException failed) {
            return committing.get()
                    ? new Sent.Unknown<>("the demo EMR did not confirm: " + failed.getMessage())
                    : new Sent.NotDone<>("the demo EMR did not take it: " + failed.getMessage());
        }
    }

    /** What became of a change. */
    public sealed interface Sent<T> {
        /** It is done, with this answer. */
        record Done<T>(T answer) implements Sent<T> {}

        /** It was certainly not done. */
        record NotDone<T>(String why) implements Sent<T> {}

        /** Nobody knows. */
        record Unknown<T>(String why) implements Sent<T> {}
    }

    /**
     * One request, sent once.
     *
     * @throws EmrUnavailableException if the deadline has passed; nothing was sent then
     * @throws JdbiException if the database failed, or did not answer by the deadline
     */
    private <T> T send(ClinicId clinic, Deadline deadline, Function<Handle, T> request) {
        return transactions.onceInClinic(clinic, left(clinic, deadline), request);
    }

    private Duration left(ClinicId clinic, Deadline deadline) {
        Duration left = deadline.left(clock.instant());
        if (left.isZero()) {
            throw new EmrUnavailableException("no time left for the demo EMR of " + clinic);
        }
        return left;
    }
}
