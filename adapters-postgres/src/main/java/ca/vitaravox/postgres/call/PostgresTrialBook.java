package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Calls that are tried out: a row each, and one in the queue of those with which something is to be done. */
public final class PostgresTrialBook implements TrialBook {
    private final ClinicTransactions transactions;
    private final Envelope envelope;

    /** The trials of all clinics, what they say sealed in this envelope. */
    public PostgresTrialBook(ClinicTransactions transactions, Envelope envelope) {
        this.transactions = transactions;
        this.envelope = envelope;
    }

    private static SecretPlace place(ClinicId clinic, CallId call) {
        return SecretPlace.of(clinic, "trial/" + call.value());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClinicId clinic, CallId call) {
        return statement.bind("clinic", clinic.value()).bind("call", call.value());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Trial trial) {
        return bind(statement, trial.clinic(), trial.call())
                .bind("user", trial.by().value());
    }

    @Override
    public boolean open(Trial trial, String state, Instant now) {
        String sealed = envelope.seal(place(trial.clinic(), trial.call()), state);
        return transactions.inClinic(trial.clinic(), handle -> {
            if (!hasRoom(handle, trial.by())) {
                return false;
            }
            bind(handle.createUpdate("""
                            INSERT INTO trials (clinic_id, call_id, user_id, begun_at, state)
                            VALUES (:clinic, :call, :user, :now, :state)
                            """), trial)
                    .bind("now", Columns.moment(now))
                    .bind("state", sealed)
                    .execute();
            bind(handle.createUpdate("""
                            INSERT INTO open_trials (clinic_id, call_id, user_id, due)
                            VALUES (:clinic, :call, :user, :due)
                            """), trial)
                    .bind("due", Columns.moment(now.plus(LONGEST_REST)))
                    .execute();
            return true;
        });
    }

    /** Whoever opens one counts alone until the end of the transaction. */
    private static boolean hasRoom(Handle handle, UserId by) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('trials', 0))::text")
                .mapTo(String.class)
                .one();
        return handle.createQuery("""
                        SELECT count(*) < :most AND count(*) FILTER (WHERE user_id = :user) < :most_of_a_user
                          FROM open_trials WHERE NOT over
                        """)
                .bind("most", MOST)
                .bind("most_of_a_user", MOST_OF_A_USER)
                .bind("user", by.value())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Take take(Trial trial, Instant now) {
        return transactions.inClinic(trial.clinic(), handle -> {
            Optional<String> state = bind(handle.createQuery("""
                            UPDATE trials SET busy_until = :busy, steps = steps + 1
                             WHERE clinic_id = :clinic AND call_id = :call AND user_id = :user AND ended_at IS NULL
                               AND begun_at > :oldest AND steps < :most AND (busy_until IS NULL OR busy_until <= :now)
                            RETURNING state
                            """), trial)
                    .bind("busy", Columns.moment(now.plus(LONGEST_STEP)))
                    .bind("oldest", Columns.moment(now.minus(LONGEST)))
                    .bind("most", MOST_STEPS)
                    .bind("now", Columns.moment(now))
                    .mapTo(String.class)
                    .findOne();
            if (state.isEmpty()) {
                return untaken(handle, trial, now);
            }
            put(handle, trial, now);
            return open(trial, state.get()).<Take>map(Take.Taken::new).orElseGet(Take.Over::new);
        });
    }

    private static Take untaken(Handle handle, Trial trial, Instant now) {
        return bind(handle.createQuery("""
                        SELECT ended_at IS NULL AND coalesce(busy_until > :now, false) FROM trials
                         WHERE clinic_id = :clinic AND call_id = :call AND user_id = :user
                        """), trial)
                .bind("now", Columns.moment(now))
                .mapTo(Boolean.class)
                .findOne()
                .map(busy -> busy ? new Take.Busy() : new Take.Over())
                .orElseGet(Take.Unknown::new);
    }

    private static void put(Handle handle, Trial trial, Instant now) {
        bind(handle.createUpdate("""
                        UPDATE open_trials SET due = :due
                         WHERE clinic_id = :clinic AND call_id = :call AND NOT over
                        """), trial.clinic(), trial.call())
                .bind("due", Columns.moment(now.plus(LONGEST_REST)))
                .execute();
    }

    @Override
    public void put(Trial trial, String state, Instant now) {
        String sealed = envelope.seal(place(trial.clinic(), trial.call()), state);
        transactions.doInClinic(trial.clinic(), handle -> {
            bind(handle.createUpdate("""
                            UPDATE trials SET state = :state, busy_until = NULL
                             WHERE clinic_id = :clinic AND call_id = :call AND user_id = :user
                            """), trial).bind("state", sealed).execute();
            put(handle, trial, now);
        });
    }

    @Override
    public Optional<Kept> kept(Trial trial) {
        return transactions.inClinic(
                trial.clinic(),
                handle -> bind(handle.createQuery("""
                        SELECT state, begun_at, ended_at FROM trials
                         WHERE clinic_id = :clinic AND call_id = :call AND user_id = :user AND state IS NOT NULL
                        """), trial)
                        .map((row, context) -> new Kept(
                                row.getString("state"),
                                Columns.moment(row, "begun_at"),
                                Columns.someMoment(row, "ended_at")))
                        .findOne()
                        .flatMap(kept -> open(trial, kept.state())
                                .map(state -> new Kept(state, kept.begunAt(), kept.endedAt()))));
    }

    /** What keys that are gone have sealed is not known any more: it would be an hour old at most. */
    private Optional<String> open(Trial trial, String sealed) {
        try {
            return Optional.of(envelope.open(place(trial.clinic(), trial.call()), sealed));
        } catch (UnsealableException gone) {
            return Optional.empty();
        }
    }

    @Override
    public List<CallId> going(ClinicId clinic, UserId by) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT call_id FROM trials
                         WHERE clinic_id = :clinic AND user_id = :user AND ended_at IS NULL AND state IS NOT NULL
                         ORDER BY begun_at DESC, call_id LIMIT 10
                        """)
                        .bind("clinic", clinic.value())
                        .bind("user", by.value())
                        .map((row, context) -> new CallId(row.getString("call_id")))
                        .list());
    }

    @Override
    public void end(ClinicId clinic, CallId call, Instant now) {
        transactions.doInClinic(clinic, handle -> {
            bind(handle.createUpdate("""
                            UPDATE trials SET ended_at = coalesce(ended_at, :now), busy_until = NULL
                             WHERE clinic_id = :clinic AND call_id = :call
                            """), clinic, call)
                    .bind("now", Columns.moment(now))
                    .execute();
            bind(handle.createUpdate("""
                            UPDATE open_trials SET over = true, due = :due
                             WHERE clinic_id = :clinic AND call_id = :call AND NOT over
                            """), clinic, call)
                    .bind("due", Columns.moment(now.plus(FORGOTTEN)))
                    .execute();
        });
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return transactions.inNoClinic(handle -> handle.createQuery("""
                        UPDATE open_trials SET due = :again
                         WHERE (clinic_id, call_id) IN (
                               SELECT clinic_id, call_id FROM open_trials WHERE due <= :now
                                ORDER BY due LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING clinic_id, call_id, over
                        """)
                .bind("now", Columns.moment(now))
                .bind("again", Columns.moment(now.plus(LONGEST_STEP)))
                .bind("most", most)
                .map((row, context) -> new Due(
                        new ClinicId(row.getString("clinic_id")),
                        new CallId(row.getString("call_id")),
                        row.getBoolean("over")))
                .list());
    }

    @Override
    public void forget(ClinicId clinic, CallId call) {
        transactions.doInClinic(clinic, handle -> {
            bind(
                            handle.createUpdate(
                                    "UPDATE trials SET state = NULL WHERE clinic_id = :clinic AND call_id = :call"),
                            clinic,
                            call)
                    .execute();
            bind(
                            handle.createUpdate(
                                    "DELETE FROM open_trials WHERE clinic_id = :clinic AND call_id = :call"),
                            clinic,
                            call)
                    .execute();
        });
    }

    @Override
    public Map<CallId, UserId> among(ClinicId clinic, Collection<CallId> calls) {
        Map<CallId, UserId> among = new HashMap<>();
        transactions.inClinic(
                clinic,
                handle -> handle.createQuery(
                                "SELECT call_id, user_id FROM trials WHERE clinic_id = :clinic AND call_id = ANY(:calls)")
                        .bind("clinic", clinic.value())
                        .bindArray(
                                "calls",
                                String.class,
                                calls.stream().map(CallId::value).toList())
                        .map((row, context) ->
                                among.put(new CallId(row.getString("call_id")), new UserId(row.getString("user_id"))))
                        .list());
        return among;
    }
}
