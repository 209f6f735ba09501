package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The only way to the tables: a transaction that row-level security binds to one clinic. What it needs is set for the
 * transaction alone (so that a pooler between us and PostgreSQL does no harm), in one round trip. Thread-safe.
 */
public final class ClinicTransactions {
    /** After that long without a word from us PostgreSQL gives a transaction up: its server has died or hangs. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private static final String IN_ONE_GO = """
            SELECT set_config('vitaravox.clinic_id', :clinic, true),
                   set_config('statement_timeout', :statement, true)""";

    private static final String IN_SEVERAL = IN_ONE_GO + """
            , set_config('idle_in_transaction_session_timeout', :silence, true)""";

    private static final String NOT_TO_DISK = ", set_config('synchronous_commit', 'off', true)";

    /** In no clinic, but with the tables of the administration in sight. */
    private static final String ACCESS = ", set_config('vitaravox.access', 'on', true)";

    private static final int MOST_TRIES = 3;
    private static final String DEADLOCK = "40P01";
    /** What a statement gets that was prepared before a later release gave its table a column; the driver prepares it anew. */
    private static final String PREPARED_BEFORE = "0A000";

    private final ConnectionFactory connections;
    private final Jdbi jdbi;
    private final OneGo oneGo;
    private final Duration statementTimeout;
    private final String more;

    /**
     * Transactions over a database.
     *
     * @param jdbi over the same connections
     * @param statementTimeout how long any one statement may take
     */
    public ClinicTransactions(ConnectionFactory connections, Jdbi jdbi, Duration statementTimeout) {
        this(connections, jdbi, statementTimeout, "");
    }

    private ClinicTransactions(ConnectionFactory connections, Jdbi jdbi, Duration statementTimeout, String more) {
        this.connections = connections;
        this.jdbi = jdbi;
        this.oneGo = new OneGo(connections, IN_ONE_GO + more);
        this.statementTimeout = statementTimeout;
        this.more = more;
    }

    /**
     * The same, but nobody waits until what is changed is on the database's disk: everybody sees it at once, and it is lost if
     * the database's machine falls over within a second or so, unless a later change that did wait took it along.
     */
    public ClinicTransactions lightly() {
        return new ClinicTransactions(connections, jdbi, statementTimeout, NOT_TO_DISK);
    }

    /**
     * One transaction in a clinic: it sees this clinic's rows and can write no other's. It may run again from its
     * start, if PostgreSQL broke a deadlock by undoing it, or undid it since its tables were changed.
     */
    public <T> T inClinic(ClinicId clinic, Function<Handle, T> work) {
        return patiently(() -> once(clinic.value(), statementTimeout, work));
    }

    /** As {@link #inClinic}, for work that has no answer. */
    public void doInClinic(ClinicId clinic, Consumer<Handle> work) {
        inClinic(clinic, handle -> {
            work.accept(handle);
            return null;
        });
    }

    /** One transaction in a clinic, begun once, none of whose statements may take longer than {@code atMost}. */
    public <T> T onceInClinic(ClinicId clinic, Duration atMost, Function<Handle, T> work) {
        return again(Set.of(PREPARED_BEFORE), () -> once(clinic.value(), shorter(atMost), work));
    }

    private Duration shorter(Duration atMost) {
        return atMost.compareTo(statementTimeout) < 0 ? atMost : statementTimeout;
    }

    /**
     * One transaction in a clinic that stays open around others of the same thread, each of which begins, ends and fails by
     * itself; it may be silent as long as they take, up to {@code atMost}. It has a connection all the time.
     */
    public <T> T around(ClinicId clinic, Duration atMost, Function<Handle, T> work) {
        try (Handle own = jdbi.open()) {
            return own.inTransaction(handle -> {
                set(handle.createQuery(IN_SEVERAL + more), clinic.value(), statementTimeout, atMost)
                        .mapTo(String.class)
                        .one();
                return work.apply(handle);
            });
        }
    }

    /** One transaction in no clinic: it sees only the few tables that are nobody's. */
    public <T> T inNoClinic(Function<Handle, T> work) {
        return patiently(() -> once("", statementTimeout, work));
    }

    /** One transaction among the users of the administration and their sessions, in no clinic. */
    public <T> T inAccess(Function<Handle, T> work) {
        return patiently(() -> once(more + ACCESS, "", statementTimeout, work));
    }

    /**
     * One statement with an answer, in a clinic. It is a transaction of its own, as in {@link #inClinic}, but sent in one
     * go with what it needs set: a third of the round trips, and no lock is held while an answer travels.
     *
     * @param sql one statement; {@code :clinic} is bound, {@code :statement} is taken
     * @param parameters binds the others
     */
    public <T> List<T> queryInClinic(ClinicId clinic, String sql, Consumer<Parameters> parameters, Row<T> rows) {
        return patiently(() -> inOneGo(clinic, statementTimeout, List.of(sql), parameters, rows));
    }

    /**
     * As {@link #queryInClinic}, with a query before it in the same go that is there for the locks it takes: the second sees
     * what was committed until they were had.
     *
     * @param lock a query whose answer does not matter
     */
    public <T> List<T> queryLockedInClinic(
            ClinicId clinic, String lock, String sql, Consumer<Parameters> parameters, Row<T> rows) {
        return patiently(() -> inOneGo(clinic, statementTimeout, List.of(lock, sql), parameters, rows));
    }

    /** As {@link #queryInClinic}, run once, and taking no longer than {@code atMost}. */
    public <T> List<T> queryOnceInClinic(
            ClinicId clinic, Duration atMost, String sql, Consumer<Parameters> parameters, Row<T> rows) {
        return again(Set.of(PREPARED_BEFORE), () -> inOneGo(clinic, shorter(atMost), List.of(sql), parameters, rows));
    }

    private <T> List<T> inOneGo(
            ClinicId clinic, Duration atMost, List<String> sql, Consumer<Parameters> parameters, Row<T> rows) {
        return oneGo.query(sql, settings(clinic, atMost).andThen(parameters), rows);
    }

    private static Consumer<Parameters> settings(ClinicId clinic, Duration atMost) {
        return settings -> settings.bind("clinic", clinic.value()).bind("statement", millis(atMost));
    }

    /**
     * One statement without an answer, as in {@link #queryInClinic}.
     *
     * @return how many rows it changed
     */
    public int updateInClinic(ClinicId clinic, String sql, Consumer<Parameters> parameters) {
        return patiently(() ->
                oneGo.update(List.of(sql), settings(clinic, statementTimeout).andThen(parameters)));
    }

    private <T> T once(String clinic, Duration atMost, Function<Handle, T> work) {
        return once(more, clinic, atMost, work);
    }

    private <T> T once(String also, String clinic, Duration atMost, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            set(handle.createQuery(IN_SEVERAL + also), clinic, atMost)
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }

    private static <S extends SqlStatement<S>> S set(S settings, String clinic, Duration atMost) {
        return set(settings, clinic, atMost, LONGEST_SILENCE);
    }

    private static <S extends SqlStatement<S>> S set(S settings, String clinic, Duration atMost, Duration silence) {
        return settings.bind("clinic", clinic).bind("statement", millis(atMost)).bind("silence", millis(silence));
    }

    /** In PostgreSQL's settings 0 would mean without end. */
    private static String millis(Duration duration) {
        return Math.max(1, duration.toMillis()) + "ms";
    }

    private static <T> T patiently(Supplier<T> transaction) {
        return again(Set.of(DEADLOCK, PREPARED_BEFORE), transaction);
    }

    /** What was undone for one of these reasons is begun again. */
    private static <T> T again(Set<String> reasons, Supplier<T> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (JdbiException broken) {
                if (tries == MOST_TRIES
                        || sqlState(broken).filter(reasons::contains).isEmpty()) {
                    throw broken;
                }
            }
        }
    }

    /** What PostgreSQL says went wrong, as one of its five-character codes. */
    public static Optional<String> sqlState(JdbiException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known && known.getSQLState() != null) {
                return Optional.of(known.getSQLState());
            }
        }
        return Optional.empty();
    }
}
