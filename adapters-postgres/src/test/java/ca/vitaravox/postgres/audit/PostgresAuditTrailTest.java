package ca.vitaravox.postgres.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.audit.AuditTrailContract;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {
    private static final String FORBIDDEN = "42501";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected AuditTrail auditTrail() {
        return POSTGRES.database().audit().trail();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    @Override
    protected AuditPages auditPages() {
        return POSTGRES.database().audit().pages();
    }

    @Override
    protected Chains chains() {
        return POSTGRES.database().audit().chains();
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
                "DROP TABLE audit",
                "ALTER TABLE audit DISABLE TRIGGER audit_is_chained",
                "DROP TRIGGER audit_is_chained ON audit",
                "ALTER TABLE audit DETACH PARTITION audit_other",
                "SELECT * FROM audit_other",
                "DELETE FROM audit_other",
                "DROP TABLE audit_other",
                "INSERT INTO audit (clinic_id, at, job, action, result, position) VALUES ('x', now(), 'j', 'a', 'r', 1)",
                "INSERT INTO audit (clinic_id, at, job, action, result, hash) VALUES ('x', now(), 'j', 'a', 'r', '')",
                "UPDATE chain_heads SET position = 0",
                "DELETE FROM chain_heads",
                "INSERT INTO chain_seals VALUES ('access', now(), 1, 1, '', '', now())",
                "SELECT next_link('access', '')",
                "SELECT open_trail_month('audit', '2030-01-01')",
                "SELECT say_retired(s) FROM chain_seals s"
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
        assertEquals(
                List.of(entry),
                auditPages().page(AuditQuery.all(clinic), OptionalLong.empty(), 10).stream()
                        .map(AuditLine::entry)
                        .toList());
    }
}
