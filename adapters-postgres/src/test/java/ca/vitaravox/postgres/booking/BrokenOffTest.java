package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left when the connection dies in the middle: everything as it was before, and nothing said that is not so. */
class BrokenOffTest {
    private static final Instant NOW = TestDatabase.NOW;
    private static final PatientId ROBIN = new PatientId("1");
    private static final ProviderId DOCTOR = new ProviderId("101");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final HoldLedger holds = POSTGRES.database().holdLedger();
    private final BookingJournal journal = POSTGRES.database().bookingJournal();
    private final ClinicId clinic = POSTGRES.newClinic();
    private final CallId call = Fresh.call();

    @BeforeEach
    void prepare() throws SQLException {
        POSTGRES.administer("""
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                """);
    }

    @AfterEach
    void mend() throws SQLException {
        POSTGRES.administer("DROP FUNCTION die() CASCADE");
    }

    private static void connectionsDieAfter(String change) throws SQLException {
        POSTGRES.administer("CREATE TRIGGER death AFTER " + change + " FOR EACH ROW EXECUTE FUNCTION die()");
    }

    private static void connectionsDieAtTheCommitOf(String change) throws SQLException {
        POSTGRES.administer("CREATE CONSTRAINT TRIGGER death AFTER " + change
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()");
    }

    private Slot slot(String start) {
        TimeRange time = TimeRange.from(Instant.parse("2026-03-03T" + start + ":00Z"), Duration.ofMinutes(15));
        return new Slot(Fresh.slot(), call, Optional.of(ROBIN), DOCTOR, time, new VisitTypeCode("checkup"));
    }

    private Slot held(String start) {
        Slot slot = slot(start);
        assertEquals(
                List.of(slot),
                holds.offer(clinic, Optional.empty(), List.of(slot), true, 1, NOW)
                        .slots());
        return slot;
    }

    private Optional<SlotState> state(Slot slot) {
        return journal.slot(clinic, call, slot.id(), NOW).map(BookingJournal.Entry::state);
    }

    @Test
    void an_offer_broken_off_replaces_nothing_and_holds_nothing() throws SQLException {
        Slot before = held("09:00");
        Slot after = slot("10:00");
        connectionsDieAfter("INSERT ON slots");
        assertThrows(JdbiException.class, () -> holds.offer(clinic, Optional.empty(), List.of(after), true, 1, NOW));
        assertEquals(Optional.of(new SlotState.Held(NOW.plus(HoldLedger.HOLD))), state(before));
        assertEquals(Optional.empty(), state(after));
    }

    @Test
    void an_offer_broken_off_at_its_commit_replaces_nothing_and_holds_nothing() throws SQLException {
        Slot before = held("09:00");
        Slot after = slot("10:00");
        connectionsDieAtTheCommitOf("INSERT ON slots");
        assertThrows(JdbiException.class, () -> holds.offer(clinic, Optional.empty(), List.of(after), true, 1, NOW));
        assertEquals(Optional.of(new SlotState.Held(NOW.plus(HoldLedger.HOLD))), state(before));
        assertEquals(Optional.empty(), state(after));
    }

    @Test
    void a_claim_broken_off_claims_nothing_and_works_when_repeated() throws SQLException {
        Slot slot = held("09:00");
        connectionsDieAfter("UPDATE ON slots");
        assertThrows(JdbiException.class, () -> journal.claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(30)));
        assertEquals(Optional.of(new SlotState.Held(NOW.plus(HoldLedger.HOLD))), state(slot));
        POSTGRES.administer("DROP TRIGGER death ON slots");
        assertEquals(
                new BookingJournal.Claim.Yours(1, false),
                journal.claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(30)));
    }

    @Test
    void an_end_broken_off_at_its_commit_leaves_the_write_under_way_and_somebody_to_see_to_it() throws SQLException {
        Slot slot = held("09:00");
        Instant until = NOW.plusSeconds(30);
        journal.claim(clinic, slot.id(), ROBIN, NOW, until);
        connectionsDieAtTheCommitOf("DELETE ON unfinished_writes");
        assertThrows(JdbiException.class, () -> journal.end(clinic, slot.id(), 1, new SlotState.Released(), NOW));
        assertEquals(Optional.of(new SlotState.Writing(ROBIN, 1, until)), state(slot));
        assertTrue(POSTGRES.database().unfinishedWrites().take(100, until, until.plusSeconds(30)).stream()
                .anyMatch(due -> due.slot().equals(slot)));
    }

    private WriteResult book() {
        return POSTGRES.database()
                .appointments()
                .book(
                        clinic,
                        new NewAppointment(
                                DOCTOR, ROBIN, slot("09:00").time(), "Checkup", Optional.of("a cough"), Fresh.slot()),
                        POSTGRES.inTime());
    }

    private int booked() {
        return POSTGRES.database()
                .appointments()
                .of(clinic, ROBIN, POSTGRES.inTime())
                .size();
    }

    @Test
    void a_booking_broken_off_before_its_commit_is_certainly_not_written() throws SQLException {
        connectionsDieAfter("INSERT ON demo_appointments");
        assertInstanceOf(WriteResult.NotWritten.class, book());
        assertEquals(0, booked());
    }

    @Test
    void of_a_booking_broken_off_at_its_commit_nobody_knows() throws SQLException {
        connectionsDieAtTheCommitOf("INSERT ON demo_appointments");
        assertInstanceOf(WriteResult.Unknown.class, book());
    }

    @Test
    void a_booking_that_came_too_late_to_be_sent_is_certainly_not_written() {
        WriteResult result = POSTGRES.database()
                .appointments()
                .book(
                        clinic,
                        new NewAppointment(
                                DOCTOR, ROBIN, slot("09:00").time(), "Checkup", Optional.empty(), Fresh.slot()),
                        new Deadline(NOW));
        assertInstanceOf(WriteResult.NotWritten.class, result);
        assertEquals(0, booked());
    }
}
