package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A caller is told of a booking by one server and hangs up at another. Their clocks differ by as much as the database took to
 * answer each: up to a second when all are busy. What was told first is told, all the same.
 */
class TellingAndHangingUpTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final Instant AHEAD = NOW.plusSeconds(1);
    private static final PatientId ROBIN = new PatientId("1");

    private final Database database = POSTGRES.database();
    private final HoldLedger holds = database.holdLedger();
    private final ToldAppointments told = database.toldAppointments();
    private ClinicId clinic;
    private CallId call;
    private AppointmentId booked;

    @BeforeEach
    void book() {
        clinic = POSTGRES.newClinic();
        call = Fresh.call();
        booked = Fresh.appointment();
        POSTGRES.empty("unfinished_writes");
        TimeRange nine = TimeRange.from(Instant.parse("2026-03-03T09:00:00Z"), Duration.ofMinutes(15));
        Slot slot = new Slot(
                Fresh.slot(), call, Optional.of(ROBIN), new ProviderId("101"), nine, new VisitTypeCode("checkup"));
        assertTrue(holds.offer(clinic, Optional.empty(), List.of(slot), true, 1, NOW)
                .held());
        BookingJournal journal = database.bookingJournal();
        assertInstanceOf(
                BookingJournal.Claim.Yours.class, journal.claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(5)));
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Booked(ROBIN, booked), NOW));
    }

    private void tell(Instant now) {
        told.keep(clinic, call, ROBIN, Set.of(booked), true, now);
    }

    /** As whoever looks after the booking asks, once the call is over. */
    private boolean isHeard() {
        List<Unfinished> due = database.unfinishedWrites().take(9, NOW.plusSeconds(60), NOW.plusSeconds(80));
        assertEquals(1, due.size());
        assertTrue(due.get(0).over().isPresent());
        return told.heard(clinic, booked, call, due.get(0).over());
    }

    @Test
    void what_was_told_by_a_server_that_is_ahead_was_told_before_the_caller_hung_up() {
        tell(AHEAD);
        holds.release(clinic, call, NOW);
        assertTrue(isHeard());
    }

    @Test
    void what_is_told_by_a_server_that_is_behind_after_the_caller_hung_up_is_told_to_nobody() {
        holds.release(clinic, call, AHEAD);
        tell(NOW);
        assertTrue(!isHeard());
    }

    @Test
    void by_their_clocks_alone_it_would_be_the_other_way_round() {
        assertTrue(AHEAD.isAfter(NOW), "told at, and over at, of the first; over at, and told at, of the second");
        tell(AHEAD);
        assertTrue(!told.heard(clinic, booked, call, Optional.of(NOW)));
    }

    @Test
    void a_caller_who_is_told_again_after_the_end_was_told_before_it() {
        tell(NOW);
        holds.release(clinic, call, NOW.plusMillis(1));
        tell(AHEAD);
        assertTrue(isHeard());
    }

    @Test
    void with_clocks_that_agree_the_moments_are_kept_as_they_are() {
        tell(NOW);
        holds.release(clinic, call, NOW.plusMillis(1));
        assertEquals(
                Optional.of(NOW.plusMillis(1)),
                database.unfinishedWrites()
                        .take(9, NOW.plusSeconds(60), NOW.plusSeconds(80))
                        .get(0)
                        .over());
    }
}
