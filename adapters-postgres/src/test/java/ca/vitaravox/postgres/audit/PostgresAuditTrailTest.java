package ca.vitaravox.postgres.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.audit.AuditTrailContract;
import ca.vitaravox.postgres.TestDatabase;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {
    private static final String FORBIDDEN = "42501";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected AuditTrail auditTrail() {
        return POSTGRES.database().auditTrail();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    @Override
    protected List<AuditEntry> entries(ClinicId ofClinic) {
        try (Connection connection = POSTGRES.asSuperuser();
                PreparedStatement query =
                        connection.prepareStatement("SELECT * FROM audit WHERE clinic_id = ? ORDER BY entry_id")) {
            query.setString(1, ofClinic.value());
            List<AuditEntry> entries = new ArrayList<>();
            ResultSet row = query.executeQuery();
            while (row.next()) {
                entries.add(read(row));
            }
            return entries;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                new ClinicId(row.getString("clinic_id")),
                Columns.moment(row, "at"),
                actor(row),
                Columns.constant(AuditAction.class, row.getString("action")),
                Columns.someText(row, "chart"),
                Columns.someText(row, "subject"),
                Columns.constant(AuditResult.class, row.getString("result")));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        if (row.getString("job") != null) {
            return new Actor.Server(row.getString("job"));
        }
        if (row.getString("user_id") != null) {
            return new Actor.Admin(new UserId(row.getString("user_id")), new SessionId(row.getString("session_id")));
        }
        return new Actor.Caller(
                new CallId(row.getString("call_id")),
                Columns.constant(Relationship.class, row.getString("relationship")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET chart = 'nobody'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "SELECT * FROM audit FOR UPDATE",
                "ALTER TABLE audit DISABLE ROW LEVEL SECURITY",
                "DROP POLICY one_clinic ON audit",
                "DROP TABLE audit"
            })
    void the_application_cannot_change_what_was_written(String attempt) throws SQLException {
        ClinicId clinic = newClinic();
        AuditEntry entry = new AuditEntry(
                clinic,
                TestDatabase.NOW,
                new Actor.Caller(Fresh.call(), Relationship.SELF),
                AuditAction.VIEW_CHART,
                Optional.of("1"),
                Optional.empty(),
                AuditResult.DONE);
        auditTrail().append(entry);
        try (Connection connection = POSTGRES.asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET vitaravox.clinic_id = '" + clinic + "'");
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertEquals(FORBIDDEN, refusal.getSQLState());
        }
        assertEquals(List.of(entry), entries(clinic));
    }
}
