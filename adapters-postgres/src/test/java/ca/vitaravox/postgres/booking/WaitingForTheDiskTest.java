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
 * What is offered for minutes does not wait until it is on the database's disk; what is written into an EMR, and whatever
 * staff are told of, does, over the very same connection.
 */
class WaitingForTheDiskTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final PatientId ROBIN = new PatientId("1");
    private static final Optional<PhoneNumber> CALLER = Optional.of(new PhoneNumber("+16045550142"));

    private Commits commits;
    private HoldLedger holds;
    private BookingJournal journal;
    private ClinicId clinic;
    private CallId call;

    @BeforeEach
    void watch() throws SQLException {
        commits = Commits.of(POSTGRES, "slots");
        holds = new PostgresHoldLedger(commits.transactions());
        journal = new PostgresBookingJournal(commits.transactions());
        clinic = POSTGRES.newClinic();
        call = Fresh.call();
    }

    @AfterEach
    void close() throws SQLException {
        commits.close();
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
        assertEquals(List.of("off"), commits.made());
        held();
        assertEquals(List.of("off"), commits.made());
        holds.renew(clinic, call, NOW.plusSeconds(9));
        assertEquals(List.of("off"), commits.made());
    }

    @Test
    void a_claim_and_how_it_ended_wait_and_so_does_the_end_of_the_call() throws SQLException {
        Slot slot = held();
        commits.made();
        assertInstanceOf(
                BookingJournal.Claim.Yours.class, journal.claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(5)));
        assertEquals(List.of("on"), commits.made());
        SlotState booked = new SlotState.Booked(ROBIN, Fresh.appointment());
        assertTrue(journal.end(clinic, slot.id(), 1, booked, NOW));
        assertEquals(List.of("on"), commits.made());
        holds.release(clinic, call, NOW);
        assertEquals(List.of("on"), commits.made());
    }

    @Test
    void what_is_kept_for_somebody_who_waits_waits() throws SQLException {
        assertTrue(holds.keep(clinic, CALLER, slot(), NOW.plusSeconds(600), NOW));
        assertEquals(List.of("on"), commits.made());
    }

    @Test
    void an_offer_is_one_round_trip_and_so_is_a_renewal() {
        commits.roundTrips();
        held();
        assertEquals(1, commits.roundTrips());
        holds.renew(clinic, call, NOW.plusSeconds(9));
        assertEquals(1, commits.roundTrips());
    }
}
