package ca.vitaravox.postgres.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.FailedAttempts.Attempt;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Commits;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A caller who says who they are waits for the database's disk once, for the trail, and not for what is kept beside it. */
class WaitingForTheDiskTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final PatientId ROBIN = new PatientId("1");

    private Commits commits;
    private ClinicId clinic;
    private CallId call;

    @BeforeEach
    void watch() throws SQLException {
        commits = Commits.of(POSTGRES, "failed_attempts", "failed_attempt_charts", "identifications", "known_callers");
        clinic = POSTGRES.newClinic();
        call = Fresh.call();
    }

    @AfterEach
    void close() throws SQLException {
        commits.close();
    }

    @Test
    void an_attempt_does_not_wait_nor_does_its_end() throws SQLException {
        FailedAttempts attempts = new PostgresFailedAttempts(commits.transactions());
        Attempt attempt = attempts.begin(
                        clinic, call, Optional.empty(), Set.of(), new FailedAttempts.Limits(3, 5, 20, 10), NOW)
                .orElseThrow();
        assertTrue(attempts.isOn(clinic, attempt, Set.of(ROBIN), 10, NOW));
        assertEquals(List.of("off", "off"), commits.made());
        attempts.withdraw(clinic, attempt);
        assertEquals(List.of("off", "off"), commits.made());
    }

    @Test
    void who_was_identified_or_seen_does_not_wait_but_whoever_is_forgotten_is_so_for_good() throws SQLException {
        new PostgresIdentityLedger(commits.transactions())
                .keep(
                        clinic,
                        call,
                        new Identification(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF, Optional.empty()),
                        NOW);
        assertEquals(List.of("off"), commits.made());
        KnownCallers known = new PostgresKnownCallers(commits.transactions());
        known.seen(clinic, "number", ROBIN, NOW);
        assertEquals(List.of("off"), commits.made());
        known.forget(clinic, ROBIN);
        assertEquals(List.of("on"), commits.made());
        known.seen(clinic, "number", ROBIN, NOW);
        commits.made();
        known.forgetAll(clinic);
        assertEquals(List.of("on"), commits.made());
    }
}
