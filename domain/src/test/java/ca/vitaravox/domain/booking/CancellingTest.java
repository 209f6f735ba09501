package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Cancellation.Result;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How cancelling goes, and goes wrong: nothing is said cancelled that the EMR does not show so. */
class CancellingTest {
    private final Reception reception = new Reception();
    private AppointmentId appointment;

    @BeforeEach
    void robin_is_verified_and_was_told_of_an_appointment() {
        appointment = told(reception);
    }

    private static AppointmentId told(Reception where) {
        AppointmentId id = where.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(2), "09:00", 15);
        where.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        where.told.keep(CLINIC, new CallId("call"), ROBIN, Set.of(id), false, where.now.get());
        return id;
    }

    private Result cancel() {
        return cancel(reception.desk);
    }

    private Result cancel(FrontDesk desk) {
        return desk.cancellation()
                .cancel(reception.call("call"), new Cancellation.Command(appointment, true, Optional.empty()));
    }

    private List<AuditResult> trail() {
        return reception.trail(AuditAction.CANCEL_APPOINTMENT).stream()
                .map(AuditEntry::result)
                .toList();
    }

    private void assertCancelled(boolean already, Result result) {
        assertEquals(already, assertInstanceOf(Result.Cancelled.class, result).already());
        assertEquals(0, reception.live());
    }

    @Test
    void the_intent_is_in_the_trail_before_the_emr_is_asked_and_the_outcome_after() {
        reception.emr.before(Request.CANCEL, () -> assertEquals(List.of(AuditResult.INTENDED), trail()));
        assertCancelled(false, cancel());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail());
        assertEquals(
                new AuditEntry(
                        CLINIC,
                        reception.now.get(),
                        new Actor.Caller(new CallId("call"), Relationship.SELF),
                        AuditAction.CANCEL_APPOINTMENT,
                        Optional.of(ROBIN.value()),
                        Optional.of(appointment.value()),
                        AuditResult.DONE),
                reception.trail(AuditAction.CANCEL_APPOINTMENT).get(1));
    }

    @Test
    void what_cannot_be_recorded_is_not_cancelled() {
        Reception blind = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        AppointmentId there = told(blind);
        Cancellation.Command command = new Cancellation.Command(there, true, Optional.empty());
        assertThrows(
                IllegalStateException.class, () -> blind.desk.cancellation().cancel(blind.call("call"), command));
        assertEquals(0, blind.emr.count(Request.CANCEL));
    }

    @Test
    void a_lost_reply_is_looked_up() {
        reception.emr.trouble(Request.CANCEL, Trouble.UNANSWERED);
        assertCancelled(false, cancel());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail());
    }

    @Test
    void while_nothing_is_known_nothing_is_said_cancelled() {
        reception.emr.trouble(Request.CANCEL, Trouble.SILENT);
        assertEquals(new Result.Pending(), cancel());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN), trail());
        reception.emr.trouble(Request.CANCEL, Trouble.NONE);
        assertCancelled(false, cancel());
    }

    @Test
    void what_arrives_late_is_found_by_the_repeat() {
        reception.emr.trouble(Request.CANCEL, Trouble.LATE);
        assertEquals(new Result.Pending(), cancel());
        reception.emr.lateWritesArrive();
        assertCancelled(true, cancel());
        assertEquals(1, reception.emr.count(Request.CANCEL));
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN, AuditResult.DONE), trail());
        assertCancelled(true, cancel());
        assertEquals(3, trail().size(), "it ends once");
    }

    @Test
    void what_staff_cancelled_is_not_in_the_trail_as_done_by_the_call() {
        reception.emr.become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        assertCancelled(true, cancel());
        assertEquals(List.of(), trail());
    }

    @Test
    void what_was_cut_off_before_its_outcome_was_recorded_is_closed_by_the_repeat() {
        reception.emr.trouble(Request.CANCEL, Trouble.UNANSWERED);
        reception.emr.before(
                Request.CANCEL,
                () -> reception.emr.before(Request.PATIENT, () -> {
                    throw new IllegalStateException("the server dies");
                }));
        assertThrows(IllegalStateException.class, this::cancel);
        reception.emr.before(Request.PATIENT, () -> {});
        assertEquals(List.of(AuditResult.INTENDED), trail());
        assertCancelled(true, cancel());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), trail());
    }

    @Test
    void what_was_refused_for_certain_stands() {
        reception.emr.trouble(Request.CANCEL, Trouble.DOWN);
        assertEquals(new Result.EmrUnavailable(), cancel());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNDONE), trail());
        assertEquals(1, reception.live());
        reception.emr.trouble(Request.CANCEL, Trouble.NONE).become(CLINIC, appointment, AppointmentStatus.CANCELLED);
        assertCancelled(true, cancel());
        assertEquals(2, trail().size(), "staff cancelled it, not the call");
    }

    @Test
    void an_emr_that_cannot_be_read_is_asked_to_change_nothing() {
        reception.emr.trouble(Request.PATIENT, Trouble.SILENT);
        assertEquals(new Result.EmrUnavailable(), cancel());
        assertEquals(0, reception.emr.count(Request.CANCEL));
        assertEquals(List.of(), trail());
    }

    @Test
    void it_takes_one_reading_and_the_write_whose_answer_shows_it() {
        cancel();
        assertEquals(1, reception.emr.count(Request.PATIENT));
        assertEquals(1, reception.emr.count(Request.CANCEL));
    }

    @Test
    void what_is_not_known_and_cannot_be_looked_up_is_not_said_cancelled() {
        reception.emr.before(
                Request.CANCEL,
                () -> reception
                        .emr
                        .trouble(Request.CANCEL, Trouble.UNANSWERED)
                        .trouble(Request.PATIENT, Trouble.SILENT));
        assertEquals(new Result.Pending(), cancel());
        reception.emr.trouble(Request.PATIENT, Trouble.NONE);
        assertCancelled(true, cancel());
    }

    @Test
    void an_emr_that_says_it_cancelled_another_appointment_is_not_believed() {
        TwistedEmr emr = new TwistedEmr(reception);
        reception.emr.trouble(Request.CANCEL, Trouble.SILENT);
        emr.written = answer -> new WriteResult.Written(new AppointmentId("4711"));
        assertEquals(new Result.Pending(), cancel(emr.desk()));
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN), trail());
    }

    @Test
    void what_was_looked_up_and_shows_another_status_than_cancelled_is_not_said_cancelled() {
        TwistedEmr emr = new TwistedEmr(reception);
        emr.written = answer -> {
            reception.emr.become(CLINIC, appointment, AppointmentStatus.SEEN);
            return new WriteResult.Unknown("garbage");
        };
        assertEquals(new Result.Pending(), cancel(emr.desk()));
    }

    @Test
    void no_write_starts_with_less_than_a_second_and_a_half_left() {
        reception.emr.before(Request.PATIENT, () -> reception.pass(Duration.ofMillis(2301)));
        assertEquals(new Result.EmrUnavailable(), cancel());
        assertEquals(0, reception.emr.count(Request.CANCEL));
        assertEquals(List.of(), trail());
    }

    @Test
    void a_write_starts_with_a_second_and_a_half_left() {
        reception.emr.before(Request.PATIENT, () -> reception.pass(Duration.ofMillis(2300)));
        assertCancelled(false, cancel());
    }

    @Test
    void asked_many_times_at_once_it_is_cancelled_and_nothing_else() {
        AppointmentId other = reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(3), "09:00", 15);
        AtOnce.race(i -> assertInstanceOf(Result.Cancelled.class, cancel()));
        assertEquals(
                List.of(other),
                reception.emr.everything(CLINIC).stream()
                        .filter(Appointment::takesTime)
                        .map(Appointment::id)
                        .toList());
    }
}
