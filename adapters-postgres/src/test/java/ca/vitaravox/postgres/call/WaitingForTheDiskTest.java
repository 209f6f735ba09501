package ca.vitaravox.postgres.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.postgres.Commits;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No tool call waits until its signature, its claim or its note is on the database's disk; that one which writes was executed
 * does, over the very same connection, and takes those along.
 */
class WaitingForTheDiskTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;

    private Commits commits;
    private ClinicId clinic;
    private CallId call;

    @BeforeEach
    void watch() throws SQLException {
        commits = Commits.of(POSTGRES, "seen_signatures", "tool_calls", "tool_replies");
        clinic = POSTGRES.newClinic();
        call = Fresh.call();
    }

    @AfterEach
    void close() throws SQLException {
        commits.close();
    }

    @Test
    void a_signature_and_the_answer_kept_with_it_do_not_wait() throws SQLException {
        SeenSignatures signatures = new PostgresSeenSignatures(commits.transactions());
        signatures.take(clinic, "one", NOW, NOW.plusSeconds(360));
        assertEquals(List.of("off"), commits.made());
        signatures.remember(clinic, "one", "{}");
        assertEquals(List.of("off"), commits.made());
        signatures.take(clinic, "two", NOW, NOW.plusSeconds(360));
        signatures.forget(clinic, "two");
        assertEquals(List.of("off", "off"), commits.made());
    }

    @Test
    void the_note_of_a_tool_call_does_not_wait() throws SQLException {
        CallLog log = new PostgresCallLog(commits.transactions(), new OpenEnvelope());
        ToolCall done = new ToolCall("t", "get_clinic_info", NOW, Duration.ofMillis(5), Optional.empty());
        log.add(clinic, call, Optional.empty(), done);
        assertEquals(List.of("off"), commits.made());
    }

    @Test
    void the_claim_of_a_tool_call_that_is_executed_once_does_not_wait_but_its_answer_does() throws SQLException {
        ToolReplies replies = new PostgresToolReplies(commits.transactions());
        ToolReplies.Key key = new ToolReplies.Key(clinic, call, "t");
        assertInstanceOf(ToolReplies.Claim.Yours.class, replies.claim(key, "asked", NOW, NOW.plusSeconds(6)));
        assertEquals(List.of("off"), commits.made());
        replies.remember(key, NOW.plusSeconds(6), "{}", NOW);
        assertEquals(List.of("on"), commits.made());
    }
}
