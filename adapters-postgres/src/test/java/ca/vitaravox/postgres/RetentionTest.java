package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
    private static final Instant NOW = TestDatabase.NOW;
    private static final Instant A_WEEK_LATER = NOW.plus(Duration.ofDays(7)).plusSeconds(1);
    private static final PatientId ROBIN = new PatientId("1");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final ClinicId clinic = clinicWithALine();
    private final CallId call = Fresh.call();

    private ClinicId clinicWithALine() {
        ClinicId withALine = POSTGRES.newClinic();
        Line line = new Line(withALine, Fresh.phone(), Optional.empty(), Optional.empty(), Language.ENGLISH);
        database.clinicSettings().assign(withALine, List.of(line));
        return withALine;
    }

    private Slot offered(String start) {
        TimeRange time = TimeRange.from(Instant.parse("2026-03-03T" + start + ":00Z"), Duration.ofMinutes(15));
        Slot slot = new Slot(
                Fresh.slot(), call, Optional.of(ROBIN), new ProviderId("101"), time, new VisitTypeCode("checkup"));
        assertEquals(
                List.of(slot),
                database.holdLedger()
                        .offer(clinic, Optional.empty(), List.of(slot), false, 1, NOW)
                        .slots());
        return slot;
    }

    private boolean isKept(Slot slot) {
        return database.bookingJournal()
                .slot(clinic, call, slot.id(), A_WEEK_LATER)
                .isPresent();
    }

    @Test
    void what_mattered_during_a_call_goes_after_a_week_and_not_before() {
        Slot slot = offered("09:00");
        AppointmentId appointment = new AppointmentId("7001");
        database.toldAppointments().keep(clinic, call, ROBIN, Set.of(appointment), false, NOW);
        database.identityLedger()
                .keep(
                        clinic,
                        call,
                        new Identification(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF, Optional.empty()),
                        NOW);
        FailedAttempts.Limits one = new FailedAttempts.Limits(1, 1, 1, 1);
        database.failedAttempts().begin(clinic, call, Optional.empty(), Set.of(ROBIN), one, NOW);
        ToolReplies.Key key = new ToolReplies.Key(clinic, call, "t");
        database.toolReplies().claim(key, "request", NOW, NOW);

        assertEquals(0, database.retention(NOW.plus(Duration.ofDays(7))));
        assertTrue(isKept(slot));
        assertEquals(5, database.retention(A_WEEK_LATER));
        assertEquals(Optional.empty(), database.bookingJournal().slot(clinic, call, slot.id(), NOW));
        assertEquals(Optional.empty(), database.toldAppointments().told(clinic, call, appointment));
        assertEquals(Optional.empty(), database.identityLedger().identified(clinic, call, ROBIN));
        assertEquals(0, database.retention(A_WEEK_LATER));
        assertTrue(database.failedAttempts()
                .begin(clinic, call, Optional.empty(), Set.of(ROBIN), one, NOW)
                .isPresent());
    }

    @Test
    void a_write_that_nobody_finished_stays() {
        Slot writing = offered("10:00");
        database.bookingJournal().claim(clinic, writing.id(), ROBIN, NOW, NOW.plusSeconds(30));
        database.retention(A_WEEK_LATER);
        assertTrue(isKept(writing));
        database.bookingJournal().end(clinic, writing.id(), 1, new SlotState.Released(), A_WEEK_LATER);
        assertEquals(1, database.retention(A_WEEK_LATER));
    }

    @Test
    void a_booking_that_nobody_saw_to_after_its_call_stays_with_what_was_told_of_it() {
        Slot slot = offered("11:00");
        AppointmentId appointment = new AppointmentId("7002");
        database.bookingJournal().claim(clinic, slot.id(), ROBIN, NOW, NOW.plusSeconds(30));
        database.bookingJournal().end(clinic, slot.id(), 1, new SlotState.Booked(ROBIN, appointment), NOW);
        database.toldAppointments().keep(clinic, call, ROBIN, Set.of(appointment), true, NOW);
        database.holdLedger().release(clinic, call, NOW);
        assertEquals(0, database.retention(A_WEEK_LATER));
        assertTrue(isKept(slot));
        assertTrue(database.toldAppointments().told(clinic, call, appointment).isPresent());
        database.unfinishedWrites().take(1_000, NOW, NOW.plusSeconds(20)).stream()
                .filter(taken -> taken.slot().equals(slot))
                .forEach(database.unfinishedWrites()::done);
        assertEquals(2, database.retention(A_WEEK_LATER));
    }

    @Test
    void figures_outlive_their_calls_by_two_years_and_those_of_all_clinics_stay() {
        database.callLog(new OpenEnvelope()).add(clinic, call, Optional.empty(), new CallNews.Started(NOW), NOW);
        CallFigures figures = database.staff().figures();
        while (figures.count(NOW.plus(Duration.ofDays(1))) > 0) {
            // until nothing is left to be counted
        }
        LocalDate day = LocalDate.ofInstant(NOW, ZoneId.of("America/Vancouver"));
        int ofAll = figures.ofAll(day, day).calls();
        Instant threeYears = NOW.plus(Duration.ofDays(3 * 366));

        database.retention(threeYears);
        assertEquals(Optional.empty(), database.callLog(new OpenEnvelope()).call(clinic, call));
        assertEquals(1, figures.of(clinic, day, day).calls(), "the call is gone, and what it counted is not");
        database.retention(threeYears.plus(Duration.ofDays(1)));
        assertEquals(0, figures.of(clinic, day, day).calls());
        assertEquals(ofAll, figures.ofAll(day, day).calls(), "of no clinic and of nobody: kept for good");
    }

    @Test
    void records_of_calls_stay_for_365_days_and_no_longer() {
        database.callLog(new OpenEnvelope()).add(clinic, call, Optional.empty(), new CallNews.Started(NOW), NOW);
        ToolCall used =
                new ToolCall("t", "get_clinic_info", NOW, Duration.ofMillis(3), Optional.empty(), Optional.empty());
        database.callLog(new OpenEnvelope()).add(clinic, call, Optional.empty(), used);
        Instant ayear = NOW.plus(Duration.ofDays(365));
        database.retention(ayear);
        assertEquals(
                List.of(used),
                database.callLog(new OpenEnvelope())
                        .call(clinic, call)
                        .orElseThrow()
                        .toolCalls());
        Instant later = ayear.plusNanos(1_000);
        assertEquals(1, database.retentionDue(later).get("calls"));
        assertTrue(
                database.callLog(new OpenEnvelope()).call(clinic, call).isPresent(),
                "asking what is due takes nothing away");
        database.retention(later);
        assertEquals(Optional.empty(), database.callLog(new OpenEnvelope()).call(clinic, call));
        assertEquals(0, database.retentionDue(later).get("calls"));
    }

    @Test
    void transcripts_stay_for_90_days_and_no_longer_and_the_record_of_the_call_stays() {
        Transcripts transcripts = database.staff().transcripts(new OpenEnvelope("k1"));
        database.callLog(new OpenEnvelope()).add(clinic, call, Optional.empty(), new CallNews.Started(NOW), NOW);
        transcripts.keep(clinic, call, "User: Hello.", NOW);
        Instant ninetyDays = NOW.plus(Duration.ofDays(90));
        database.retention(ninetyDays);
        assertEquals(0, database.retentionDue(ninetyDays).get("transcripts"));
        assertTrue(transcripts.transcript(clinic, call).isPresent());
        Instant later = ninetyDays.plusNanos(1_000);
        assertEquals(1, database.retentionDue(later).get("transcripts"));
        assertTrue(transcripts.transcript(clinic, call).isPresent(), "asking what is due takes nothing away");
        database.retention(later);
        assertEquals(Optional.empty(), transcripts.transcript(clinic, call));
        assertEquals(0, database.retentionDue(later).get("transcripts"));
        assertTrue(database.callLog(new OpenEnvelope()).call(clinic, call).isPresent());
    }

    @Test
    void a_report_that_comes_again_makes_a_transcript_no_younger() {
        Transcripts transcripts = database.staff().transcripts(new OpenEnvelope("k1"));
        transcripts.keep(clinic, call, "User: Hello.", NOW);
        transcripts.keep(clinic, call, "User: Hello.", NOW.plus(Duration.ofDays(89)));
        database.retention(NOW.plus(Duration.ofDays(90)).plusNanos(1_000));
        assertEquals(Optional.empty(), transcripts.transcript(clinic, call));
    }

    /** Whose lines were taken away is a clinic still. */
    @Test
    void what_is_old_goes_in_clinics_too_that_can_no_longer_be_called() {
        ClinicId closed = POSTGRES.newClinic();
        database.audit()
                .trail()
                .append(new AuditEntry(
                        closed,
                        NOW,
                        new Actor.Server("x"),
                        AuditAction.VIEW_CHART,
                        Optional.empty(),
                        Optional.empty(),
                        AuditResult.DONE));
        database.callLog(new OpenEnvelope()).add(closed, call, Optional.empty(), new CallNews.Started(NOW), NOW);
        database.retention(NOW.plus(Duration.ofDays(366)));
        assertEquals(Optional.empty(), database.callLog(new OpenEnvelope()).call(closed, call));
    }
}
