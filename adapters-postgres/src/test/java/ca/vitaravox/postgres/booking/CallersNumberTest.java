package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A caller's number is kept with a hold to count what the number holds, and no longer than that. */
class CallersNumberTest {
    private static final Instant NOW = TestDatabase.NOW;
    private static final TimeRange NINE = TimeRange.from(NOW.plusSeconds(86_400), Duration.ofMinutes(15));
    private static final TimeRange TEN = TimeRange.from(NINE.start().plusSeconds(3_600), Duration.ofMinutes(15));

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final HoldLedger holds = POSTGRES.database().holdLedger();
    private final ClinicId clinic = POSTGRES.newClinic();
    private final CallId call = Fresh.call();

    private Slot held(CallId by, Optional<PhoneNumber> caller, TimeRange time, Instant now) {
        Slot slot = new Slot(
                Fresh.slot(),
                by,
                Optional.of(new PatientId("1")),
                new ProviderId("101"),
                time,
                new VisitTypeCode("checkup"));
        assertTrue(holds.offer(clinic, caller, List.of(slot), true, 1, now).held());
        return slot;
    }

    private Slot held(TimeRange time) {
        return held(call, Optional.of(Fresh.phone()), time, NOW);
    }

    private int numbersKept() throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(caller) FROM slots WHERE clinic_id = '" + clinic + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void it_is_erased_when_the_call_holds_something_else_or_is_over() throws SQLException {
        held(NINE);
        assertEquals(1, numbersKept());
        held(TEN);
        assertEquals(1, numbersKept());
        holds.release(clinic, call, NOW);
        assertEquals(0, numbersKept());
    }

    @Test
    void it_is_erased_when_the_slot_is_claimed() throws SQLException {
        Slot slot = held(NINE);
        POSTGRES.database().bookingJournal().claim(clinic, slot.id(), new PatientId("1"), NOW, NOW.plusSeconds(30));
        assertEquals(0, numbersKept());
    }

    @Test
    void of_a_hold_that_ran_out_it_is_erased_when_another_takes_the_time() throws SQLException {
        held(NINE);
        held(Fresh.call(), Optional.empty(), NINE, NOW.plus(HoldLedger.HOLD));
        assertEquals(0, numbersKept());
    }

    @Test
    void of_a_hold_that_ran_out_it_is_erased_by_the_next_housekeeping() throws SQLException {
        Line line = new Line(clinic, Fresh.phone(), Optional.empty(), Optional.empty(), Language.ENGLISH);
        POSTGRES.database().clinicSettings().assign(clinic, List.of(line));
        held(NINE);
        POSTGRES.database().retention(NOW.plus(HoldLedger.HOLD).minusMillis(1));
        assertEquals(1, numbersKept());
        POSTGRES.database().retention(NOW.plus(HoldLedger.HOLD));
        assertEquals(0, numbersKept());
    }
}
