package ca.vitaravox.postgres.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A row of {@code users}. */
final class AccountRow {
    /** The columns that make a user. */
    static final String USER = """
            u.user_id, u.email, u.name, u.role, u.clinics, u.locked, u.totp_secret, u.version, u.created_at
            """;

    private AccountRow() {}

    static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getString("user_id")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Columns.constant(Role.class, row.getString("role")),
                Columns.texts(row, "clinics").stream().map(ClinicId::new).collect(Collectors.toSet()),
                row.getBoolean("locked"),
                row.getString("totp_secret") != null,
                row.getLong("version"),
                Columns.moment(row, "created_at"));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                user(row),
                row.getString("password_hash"),
                Columns.someMoment(row, "password_until"),
                Columns.someText(row, "totp_secret"));
    }
}
