package ca.vitaravox.postgres.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.ToolReplies.Claim;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.postgres.RoundTrips;
import ca.vitaravox.postgres.TestDatabase;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That a tool call is executed once costs its caller one round trip before it and one after it. */
class RoundTripsOfToolCallsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final Instant UNTIL = NOW.plusSeconds(6);
    private static final String REQUEST = "a".repeat(64);

    private final RoundTrips roundTrips = new RoundTrips();
    private final ConnectionFactory connections = () -> roundTrips.of(POSTGRES.asApplication());
    private final ClinicTransactions transactions = new ClinicTransactions(
            connections, Jdbi.create(connections).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));

    @Test
    void claiming_takes_one_round_trip_whoever_came_before_and_so_does_storing() {
        ToolReplies replies = new PostgresToolReplies(transactions);
        ToolReplies.Key key = new ToolReplies.Key(POSTGRES.newClinic(), Fresh.call(), "call_1");
        roundTrips.counted();

        assertEquals(new Claim.Yours(), replies.claim(key, REQUEST, NOW, UNTIL));
        assertEquals(1, roundTrips.counted());
        assertEquals(new Claim.Running(), replies.claim(key, REQUEST, NOW, UNTIL));
        assertEquals(1, roundTrips.counted());
        replies.forget(key, UNTIL);
        assertEquals(1, roundTrips.counted());
        assertEquals(new Claim.Yours(), replies.claim(key, REQUEST, NOW, UNTIL));
        assertEquals(1, roundTrips.counted());
        replies.remember(key, UNTIL, "{}", NOW);
        assertEquals(1, roundTrips.counted());
        assertEquals(new Claim.Answered("{}"), replies.claim(key, REQUEST, NOW, UNTIL));
        assertEquals(1, roundTrips.counted());
        assertEquals(new Claim.OtherRequest(), replies.claim(key, "b".repeat(64), NOW, UNTIL));
        assertEquals(1, roundTrips.counted());
    }

    @Test
    void a_signature_takes_one_round_trip_to_look_at_and_one_to_keep_its_answer() {
        SeenSignatures signatures = new PostgresSeenSignatures(transactions);
        ClinicId clinic = POSTGRES.newClinic();
        roundTrips.counted();

        signatures.take(clinic, "signature", NOW, UNTIL);
        assertEquals(1, roundTrips.counted());
        signatures.remember(clinic, "signature", "{}");
        assertEquals(1, roundTrips.counted());
        signatures.forget(clinic, "signature");
        assertEquals(1, roundTrips.counted());
    }

    @Test
    void a_transaction_around_one_statement_takes_three() {
        transactions.doInClinic(
                POSTGRES.newClinic(),
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
        assertEquals(3, roundTrips.counted());
    }
}
