package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.booking.UnfinishedWrites.Unfinished;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two servers make of the work that calls of several clinics left unfinished. */
class SeveralServersTest {
    private static final Instant NOW = TestDatabase.NOW;
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Instant DUE = NOW.plus(TURN);
    private static final Instant NEXT = DUE.plus(TURN);
    private static final PatientId ROBIN = new PatientId("1");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database one = POSTGRES.database();
    private final Database other = POSTGRES.ofAnotherServer();

    @BeforeEach
    void emptyTheQueue() throws SQLException {
        POSTGRES.administer("DELETE FROM unfinished_writes");
    }

    @AfterEach
    void stop() {
        other.close();
    }

    /** A slot that is being written from now on, until it is due. */
    private Slot writing(ClinicId clinic, String start) {
        TimeRange time = TimeRange.from(Instant.parse("2026-03-03T" + start + ":00Z"), Duration.ofMinutes(15));
        Slot slot = new Slot(
                Fresh.slot(),
                Fresh.call(),
                Optional.of(ROBIN),
                new ProviderId("101"),
                time,
                new VisitTypeCode("checkup"));
        one.holdLedger().offer(clinic, Optional.empty(), List.of(slot), false, 1, NOW);
        claim(clinic, slot, NOW);
        return slot;
    }

    private void claim(ClinicId clinic, Slot slot, Instant now) {
        BookingJournal.Claim claim = one.bookingJournal().claim(clinic, slot.id(), ROBIN, now, now.plus(TURN));
        assertTrue(claim instanceof BookingJournal.Claim.Yours);
    }

    private static List<SlotId> ids(List<Unfinished> taken) {
        return taken.stream().map(each -> each.slot().id()).toList();
    }

    @Test
    void who_take_at_once_get_each_slot_once_whosever_it_is() {
        Set<SlotId> due = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            ClinicId clinic = POSTGRES.newClinic();
            for (int hour = 8; hour < 18; hour++) {
                due.add(writing(clinic, "%02d:00".formatted(hour)).id());
            }
        }
        List<List<SlotId>> taken = AtOnce.race(i -> {
            UnfinishedWrites queue = (i % 2 == 0 ? one : other).unfinishedWrites();
            List<SlotId> mine = new ArrayList<>();
            List<SlotId> more = ids(queue.take(3, DUE, NEXT));
            while (!more.isEmpty()) {
                mine.addAll(more);
                more = ids(queue.take(3, DUE, NEXT));
            }
            return mine;
        });
        assertEquals(due.size(), taken.stream().mapToInt(List::size).sum());
        Set<SlotId> all = new HashSet<>();
        taken.forEach(all::addAll);
        assertEquals(due, all);
    }

    @Test
    void what_a_server_took_that_died_is_anothers_when_its_turn_is_over() {
        ClinicId clinic = POSTGRES.newClinic();
        SlotId slot = writing(clinic, "10:00").id();
        Database dying = POSTGRES.ofAnotherServer();
        assertEquals(List.of(slot), ids(dying.unfinishedWrites().take(10, DUE, NEXT)));
        dying.close();
        assertEquals(List.of(), other.unfinishedWrites().take(10, NEXT.minusMillis(1), NEXT.plus(TURN)));
        assertEquals(List.of(slot), ids(other.unfinishedWrites().take(10, NEXT, NEXT.plus(TURN))));
    }

    @Test
    void the_longest_due_come_first_whosever_they_are() {
        ClinicId clinic = POSTGRES.newClinic();
        Slot last = writing(clinic, "10:00");
        SlotId first = writing(POSTGRES.newClinic(), "10:00").id();
        SlotId second = writing(clinic, "11:00").id();
        claim(clinic, last, DUE);
        List<SlotId> taken = ids(one.unfinishedWrites().take(10, NEXT, NEXT.plus(TURN)));
        assertEquals(Set.of(first, second), Set.copyOf(taken.subList(0, 2)));
        assertEquals(last.id(), taken.get(2));
    }

    @Test
    @Timeout(60)
    void what_ends_between_taking_and_reading_is_given_to_nobody() throws Exception {
        ClinicId clinic = POSTGRES.newClinic();
        Slot slot = writing(clinic, "10:00");
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("LOCK TABLE slots IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<List<Unfinished>> taking =
                    CompletableFuture.supplyAsync(() -> other.unfinishedWrites().take(10, DUE, NEXT));
            awaitSomebodyWaiting(statement);
            statement.execute("UPDATE slots SET state = 'booked', appointment_id = 'a' WHERE slot_id = '" + slot.id()
                    + "'; DELETE FROM unfinished_writes WHERE slot_id = '" + slot.id() + "'");
            superuser.commit();
            assertEquals(List.of(), taking.get(30, TimeUnit.SECONDS));
        }
    }

    private static void awaitSomebodyWaiting(Statement statement) throws SQLException {
        boolean waiting = false;
        while (!waiting) {
            try (ResultSet row = statement.executeQuery("""
                    SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'slots'::regclass AND NOT granted)
                    """)) {
                row.next();
                waiting = row.getBoolean(1);
            }
        }
    }

    @Test
    void what_ends_late_as_booked_after_its_call_is_due_anew_though_it_was_taken() {
        ClinicId clinic = POSTGRES.newClinic();
        Slot slot = writing(clinic, "10:00");
        one.unfinishedWrites().take(10, DUE, NEXT);
        other.holdLedger().release(clinic, slot.call(), DUE);
        SlotState booked = new SlotState.Booked(ROBIN, new AppointmentId("a"));
        assertTrue(one.bookingJournal().end(clinic, slot.id(), 1, booked, DUE));
        List<Unfinished> due = other.unfinishedWrites().take(10, DUE, NEXT);
        assertEquals(List.of(slot.id()), ids(due));
        assertEquals(booked, due.get(0).state());
    }

    @Test
    void whichever_comes_first_the_end_of_the_call_or_of_the_write_the_booking_is_due() {
        ClinicId clinic = POSTGRES.newClinic();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < AtOnce.CALLERS / 2; i++) {
            slots.add(writing(clinic, "%02d:00".formatted(8 + i)));
        }
        AtOnce.race(i -> {
            Slot slot = slots.get(i / 2);
            if (i % 2 == 0) {
                one.holdLedger().release(clinic, slot.call(), NOW);
                return true;
            }
            SlotState booked = new SlotState.Booked(ROBIN, new AppointmentId("a" + i));
            return other.bookingJournal().end(clinic, slot.id(), 1, booked, NOW);
        });
        List<Unfinished> due = one.unfinishedWrites().take(100, NOW, DUE);
        assertEquals(slots.stream().map(Slot::id).collect(Collectors.toSet()), Set.copyOf(ids(due)));
        assertTrue(due.stream().allMatch(each -> each.over().isPresent()));
    }

    @Test
    void a_slot_that_is_claimed_anew_moves_nothing_of_before() {
        ClinicId clinic = POSTGRES.newClinic();
        Slot slot = writing(clinic, "10:00");
        one.unfinishedWrites().moves(clinic, slot.id(), new AppointmentId("a"));
        assertTrue(one.bookingJournal().end(clinic, slot.id(), 1, new SlotState.Released(), NOW));
        claim(clinic, slot, NOW);
        Unfinished due = one.unfinishedWrites().take(10, DUE, NEXT).get(0);
        assertEquals(Optional.empty(), due.moves());
    }

    @Test
    void a_write_that_is_taken_over_still_moves_what_it_moved() {
        ClinicId clinic = POSTGRES.newClinic();
        Slot slot = writing(clinic, "10:00");
        AppointmentId previous = new AppointmentId("a");
        one.unfinishedWrites().moves(clinic, slot.id(), previous);
        claim(clinic, slot, DUE);
        Unfinished due = one.unfinishedWrites().take(10, NEXT, NEXT.plus(TURN)).get(0);
        assertEquals(Optional.of(previous), due.moves());
    }
}
