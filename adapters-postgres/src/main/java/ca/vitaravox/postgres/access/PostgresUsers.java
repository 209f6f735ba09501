package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Users and their passwords. */
final class PostgresUsers implements Users {
    private static final String ALL = "SELECT " + AccountRow.USER + ", u.password_hash, u.password_until FROM users u ";

    private final ClinicTransactions transactions;

    /** The users of the administration. */
    PostgresUsers(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return find("email", email.value());
    }

    @Override
    public Optional<Account> find(UserId user) {
        return find("user_id", user.value());
    }

    private Optional<Account> find(String column, String value) {
        return transactions.inAccess(handle -> handle.createQuery(ALL + "WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> AccountRow.account(row))
                .findOne());
    }

    @Override
    public Map<UserId, String> names(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String[] ids = users.stream().map(UserId::value).sorted().toArray(String[]::new);
        return transactions.inAccess(handle -> handle.createQuery(
                        "SELECT user_id, name FROM users WHERE user_id = ANY(:users)")
                .bindArray("users", String.class, (Object[]) ids)
                .map((row, context) -> Map.entry(new UserId(row.getString("user_id")), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<User> page(Optional<Set<ClinicId>> staffOf, Optional<UserId> after, int most) {
        return transactions.inAccess(handle -> handle.createQuery("SELECT " + AccountRow.USER + """
                          FROM users u
                         WHERE (:everybody OR role = 'clinic_staff' AND clinics <@ :clinics::text[])
                           AND user_id > :after COLLATE "C"
                         ORDER BY user_id COLLATE "C" LIMIT :most
                        """)
                .bind("everybody", staffOf.isEmpty())
                .bindArray("clinics", String.class, (Object[]) ids(staffOf.orElse(Set.of())))
                .bind("after", after.map(UserId::value).orElse(""))
                .bind("most", most)
                .map((row, context) -> AccountRow.user(row))
                .list());
    }

    private static String[] ids(Set<ClinicId> clinics) {
        return clinics.stream().map(ClinicId::value).sorted().toArray(String[]::new);
    }

    @Override
    public boolean add(Account account) {
        return transactions.inAccess(handle -> bind(handle.createUpdate("""
                                INSERT INTO users (user_id, email, name, role, clinics, locked, password_hash,
                                                   password_until, version, created_at)
                                VALUES (:user, :email, :name, :role, :clinics, :locked, :hash, :until, 1, :at)
                                ON CONFLICT (email) DO NOTHING
                                """), account.user())
                        .bind("email", account.user().email().value())
                        .bind("hash", account.passwordHash())
                        .bind(
                                "until",
                                account.passwordUntil().map(Columns::moment).orElse(null))
                        .bind("at", Columns.moment(account.user().createdAt()))
                        .execute()
                == 1);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, User user) {
        return statement
                .bind("user", user.id().value())
                .bind("name", user.name())
                .bind("role", Columns.word(user.role()))
                .bindArray("clinics", String.class, (Object[]) ids(user.clinics()))
                .bind("locked", user.locked());
    }

    @Override
    public Optional<User> change(User changed, Instant now) {
        return transactions.inAccess(handle -> {
            Optional<User> next = bind(handle.createQuery("""
                            UPDATE users u
                               SET name = :name, role = :role, clinics = :clinics, locked = :locked,
                                   version = version + 1
                             WHERE user_id = :user AND version = :version
                            RETURNING
                            """ + AccountRow.USER), changed)
                    .bind("version", changed.version())
                    .map((row, context) -> AccountRow.user(row))
                    .findOne();
            next.filter(User::locked).ifPresent(out -> endSessions(handle, out.id(), Optional.empty()));
            return next;
        });
    }

    @Override
    public void setPassword(
            UserId user, String passwordHash, Optional<Instant> until, Optional<SessionId> kept, Instant now) {
        transactions.inAccess(handle -> {
            int changed = handle.createUpdate(
                            "UPDATE users SET password_hash = :hash, password_until = :until WHERE user_id = :user")
                    .bind("hash", passwordHash)
                    .bind("until", until.map(Columns::moment).orElse(null))
                    .bind("user", user.value())
                    .execute();
            endSessions(handle, user, kept);
            return changed;
        });
    }

    /** Ends a user's sessions in this transaction. */
    static void endSessions(Handle handle, UserId user, Optional<SessionId> kept) {
        handle.createUpdate("DELETE FROM sessions WHERE user_id = :user AND session_id <> :kept")
                .bind("user", user.value())
                .bind("kept", kept.map(SessionId::value).orElse(""))
                .execute();
    }
}
