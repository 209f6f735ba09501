package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many calls that do everything at once over one short morning. */
class BusyMorningTest {
    private static final Instant NINE = Instant.parse("2026-03-03T17:00:00Z");
    private static final Duration NEVER_SETTLED = HoldLedger.SETTLING.minusSeconds(1);
    private static final int STEPS = 40;
    private static final List<PhoneNumber> NUMBERS = List.of(Fresh.phone(), Fresh.phone(), Fresh.phone());

    /** Slots that somebody has to see to and that are not in the queue, and the other way round. */
    private static final String WRONGLY_QUEUED = """
            SELECT count(*) FROM slots FULL JOIN unfinished_writes USING (clinic_id, slot_id)
             WHERE (state IN ('writing', 'booked', 'compensated')) IS DISTINCT FROM (due IS NOT NULL)
            """;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final HoldLedger holds = POSTGRES.database().holdLedger();
    private final BookingJournal journal = POSTGRES.database().bookingJournal();
    private final UnfinishedWrites unfinished = POSTGRES.database().unfinishedWrites();
    private final ClinicId clinic = POSTGRES.newClinic();

    /** One caller: searches, claims what was offered before, ends it, renews, hangs up, as chance will have it. */
    private final class Caller {
        private final Random random;
        private final List<Slot> offered = new ArrayList<>();
        private final List<TimeRange> booked = new ArrayList<>();
        private final Optional<PhoneNumber> number;
        private CallId call = Fresh.call();

        Caller(long seed) {
            random = new Random(seed);
            number = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(NUMBERS.get(random.nextInt(3)));
        }

        List<TimeRange> live() {
            for (int step = 0; step < STEPS; step++) {
                Instant now =
                        TestDatabase.NOW.plus(NEVER_SETTLED.multipliedBy(step).dividedBy(STEPS));
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> search(now);
                    case 3 -> claim(now);
                    case 4 -> holds.renew(clinic, call, now);
                    case 5 -> unfinished.take(3, now.plusSeconds(30), now.plusSeconds(31));
                    default -> hangUp(now);
                }
            }
            return booked;
        }

        private void search(Instant now) {
            Optional<PatientId> patient =
                    random.nextBoolean() ? Optional.empty() : Optional.of(new PatientId("" + random.nextInt(2)));
            List<Slot> candidates = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                candidates.add(new Slot(
                        Fresh.slot(), call, patient, new ProviderId("101"), anyTime(), new VisitTypeCode("checkup")));
            }
            boolean hold = random.nextInt(4) > 0;
            offered.addAll(holds.offer(clinic, number, candidates, hold, 3, now).slots());
        }

        private TimeRange anyTime() {
            Duration length = Duration.ofMinutes(15 * (1 + random.nextInt(3)));
            return TimeRange.from(NINE.plus(Duration.ofMinutes(15 * random.nextInt(12))), length);
        }

        private void claim(Instant now) {
            if (offered.isEmpty()) {
                return;
            }
            Slot slot = offered.get(random.nextInt(offered.size()));
            PatientId patient = slot.patient().orElse(new PatientId("0"));
            if (journal.claim(clinic, slot.id(), patient, now, now.plusSeconds(30))
                    instanceof BookingJournal.Claim.Yours yours) {
                if (random.nextInt(4) == 0) {
                    hangUp(now);
                }
                end(slot, patient, yours.attempt(), now);
            }
        }

        private void end(Slot slot, PatientId patient, int attempt, Instant now) {
            if (random.nextInt(3) > 0) {
                assertTrue(journal.end(clinic, slot.id(), attempt, new SlotState.Compensated(), now));
                return;
            }
            AppointmentId appointment = Fresh.appointment();
            assertTrue(journal.end(clinic, slot.id(), attempt, new SlotState.Booked(patient, appointment), now));
            booked.add(slot.time());
        }

        private void hangUp(Instant now) {
            holds.release(clinic, call, now);
            call = Fresh.call();
            offered.clear();
        }
    }

    @Test
    void nothing_overlaps_nobody_waits_in_a_circle_and_no_call_fails() throws SQLException {
        long seed = 20260302;
        List<TimeRange> booked = AtOnce.race(i -> new Caller(seed + i).live()).stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        assertTrue(booked.size() > 1, "the morning was busy");
        booked.sort((one, other) -> one.start().compareTo(other.start()));
        for (int i = 1; i < booked.size(); i++) {
            assertTrue(!booked.get(i - 1).overlaps(booked.get(i)), "seed " + seed);
        }
        assertEquals(
                0, number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"), "seed " + seed);
        assertEquals(0, number(WRONGLY_QUEUED), "seed " + seed);
    }

    private static int number(String query) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
