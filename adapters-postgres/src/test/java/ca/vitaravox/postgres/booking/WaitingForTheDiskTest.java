package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.OneConnection;
import ca.vitaravox.postgres.RoundTrips;
import ca.vitaravox.postgres.TestDatabase;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is offered for minutes does not wait until it is on the database's disk; what is written into an EMR, and whatever
 * staff are told of, does, over the very same connection.
 */
class WaitingForTheDiskTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final PatientId ROBIN = new PatientId("1");
    private static final Optional<PhoneNumber> CALLER = Optional.of(new PhoneNumber("+16045550142"));

    private final RoundTrips roundTrips = new RoundTrips();
    private Connection connection;
    private HoldLedger holds;
    private BookingJournal journal;
    private ClinicId clinic;
    private CallId call;

    @BeforeEach
    void watch() throws SQLException {
        run("DROP TABLE IF EXISTS waited");
        run("CREATE TABLE waited (setting text NOT NULL)");
        run("GRANT INSERT ON waited TO PUBLIC");
        run("CREATE OR REPLACE FUNCTION note_waiting() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN INSERT INTO waited VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$");
        run("CREATE OR REPLACE TRIGGER note_waiting AFTER INSERT OR UPDATE ON slots"
                + " FOR EACH ROW EXECUTE FUNCTION note_waiting()");
        connection = POSTGRES.asApplication();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on"); // as PostgreSQL has it, but for tests
        }
        OneConnection same = new OneConnection(roundTrips.of(connection));
        ClinicTransactions transactions = new ClinicTransactions(
                same, Jdbi.create(same).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));
        holds = new PostgresHoldLedger(transactions);
        journal = new PostgresBookingJournal(transactions);
        clinic = POSTGRES.newClinic();
        call = Fresh.call();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static void run(String statement) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement each = superuser.createStatement()) {
            each.execute(statement);
        }
    }

    /** How the rows changed since this was asked last were committed. */
    private static List<String> committed() throws SQLException {
        List<String> settings = new ArrayList<>();
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement each = superuser.createStatement();
                ResultSet row = each.executeQuery("DELETE FROM waited RETURNING setting")) {
            while (row.next()) {
                settings.add(row.getString(1));
            }
        }
        return settings;
    }

    private Slot slot() {
        TimeRange nine = TimeRange.from(Instant.parse("2026-03-03T09:00:00Z"), Duration.ofMinutes(15));
        return new Slot(
                Fresh.slot(), call, Optional.of(ROBIN), new ProviderId("101"), nine, new VisitTypeCode("checkup"));
    }

    private Slot held() {
        Slot slot = slot();
        assertTrue(holds.offer(clinic, CALLER, List.of(slot), true, 1, NOW).held());
        return slot;
    }

    @Test
    void an_offer_a_hold_and_its_renewal_do_not_wait() throws SQLException {
        holds.offer(clinic, CALLER, List.of(slot()), false, 1, NOW);
        assertEquals(List.of("off"), committed());
        held();
        assertEquals(List.of("off"), committed());
        holds.renew(clinic, call, NOW.plusSeconds(9));
        assertEquals(List.of("off"), committed());
    }

    @Test
    void a_claim_and_how_it_ended_wait_and_so_does_the_end_of_the_call() throws SQLException {
        Slot slot = held();
        committed();
        assertInstanceOf(
                BookingJournal.Claim.Yours.class, journal.claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(5)));
        assertEquals(List.of("on"), committed());
        SlotState booked = new SlotState.Booked(ROBIN, Fresh.appointment());
        assertTrue(journal.end(clinic, slot.id(), 1, booked, NOW));
        assertEquals(List.of("on"), committed());
        holds.release(clinic, call, NOW);
        assertEquals(List.of("on"), committed());
    }

    @Test
    void what_is_kept_for_somebody_who_waits_waits() throws SQLException {
        assertTrue(holds.keep(clinic, CALLER, slot(), NOW.plusSeconds(600), NOW));
        assertEquals(List.of("on"), committed());
    }

    @Test
    void an_offer_is_one_round_trip_and_so_is_a_renewal() {
        roundTrips.counted();
        held();
        assertEquals(1, roundTrips.counted());
        holds.renew(clinic, call, NOW.plusSeconds(9));
        assertEquals(1, roundTrips.counted());
    }
}
