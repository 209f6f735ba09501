package ca.vitaravox.domain.call;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallDiaryDeskTest {
    private static final CallId CALL = new CallId("call");

    private final Reception reception = new Reception();

    private void learn(CallNews news) {
        reception.desk.callDiary().learn(CLINIC, CALL, Optional.of(CASTELLAN_HOME), news);
    }

    private CallRecord record() {
        return reception.calls.call(CLINIC, CALL).orElseThrow();
    }

    /** Whom another call would be offered at ten on Monday: Wexford, unless somebody else has the time. */
    private ProviderId free(String call) {
        BookableSlot first = reception.search(call).get(0);
        assertEquals(Reception.at(MONDAY, "10:00"), first.start().toInstant());
        return first.provider().id();
    }

    private CallNews.Ended ended() {
        return new CallNews.Ended(reception.now.get(), Optional.of("customer-ended-call"));
    }

    private static CallNews.Reported report() {
        return reported(Optional.empty());
    }

    private static CallNews.Reported reported(Optional<String> transcript) {
        return new CallNews.Reported(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), transcript);
    }

    private Optional<String> said() {
        return reception.transcripts.transcript(CLINIC, CALL).map(Transcripts.Kept::text);
    }

    private void answered(String id, String tool, String code) {
        ToolCall toolCall =
                new ToolCall(id, tool, reception.now.get(), Duration.ofMillis(80), Optional.ofNullable(code));
        reception.calls.add(CLINIC, CALL, Optional.empty(), toolCall);
    }

    @Test
    void what_a_call_held_is_free_once_it_is_over() {
        reception.search("call");
        learn(ended());
        assertEquals(WEXFORD, free("other"));
    }

    @Test
    void the_report_alone_tells_as_well_that_a_call_is_over() {
        reception.search("call");
        learn(report());
        assertEquals(WEXFORD, free("third"));
    }

    @Test
    void a_call_that_goes_on_keeps_what_it_holds() {
        reception.search("call");
        learn(new CallNews.Started(reception.now.get()));
        learn(new CallNews.Described(Intent.BOOK, Outcome.NO_ACTION, Optional.empty(), Optional.empty()));
        assertEquals(SETHI, free("other"));
        assertEquals(Optional.empty(), record().derivedOutcome());
    }

    @Test
    void what_other_calls_hold_stays_held() {
        reception.search("other");
        learn(ended());
        assertEquals(SETHI, free("third"));
    }

    @Test
    void the_same_call_id_at_another_clinic_is_another_call() {
        reception.search("call");
        reception.desk.callDiary().learn(new ClinicId("cedar-lane"), CALL, Optional.empty(), ended());
        assertEquals(SETHI, free("other"));
    }

    @Test
    void what_was_booked_stays_booked_and_what_is_being_written_stays_blocked() {
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        SlotId slot = reception.search("call").get(0).id();
        reception.emr.trouble(Request.BOOK, Trouble.SILENT);
        assertInstanceOf(
                Booking.Result.Pending.class,
                reception
                        .desk
                        .booking()
                        .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), false)));
        learn(ended());
        assertEquals(SETHI, free("other"));
    }

    @Test
    void intent_and_outcome_are_derived_when_the_call_is_over_and_kept_beside_what_was_said() {
        answered("1", "find_earliest_appointment", null);
        answered("2", "create_appointment", null);
        learn(new CallNews.Described(Intent.INQUIRY, Outcome.ABANDONED, Optional.empty(), Optional.empty()));
        learn(ended());
        assertEquals(Optional.of(Intent.BOOK), record().derivedIntent());
        assertEquals(Optional.of(Outcome.BOOKED), record().derivedOutcome());
        assertEquals(Optional.of(Intent.INQUIRY), record().saidIntent());
        assertEquals(Optional.of(Outcome.ABANDONED), record().saidOutcome());
    }

    /** It is noted once it is answered, and one that took long is answered late: its caller may have hung up. */
    @Test
    void a_tool_call_that_is_noted_after_the_end_is_told_from_too() {
        for (CallNews end : List.of(ended(), report())) {
            CallId call = new CallId("late-" + end.getClass().getSimpleName());
            reception.desk.callDiary().learn(CLINIC, call, Optional.empty(), end);
            note(call);
            CallRecord record = reception.calls.call(CLINIC, call).orElseThrow();
            assertEquals(Optional.of(Outcome.BOOKED), record.derivedOutcome());
            assertEquals(Optional.of(Intent.BOOK), record.derivedIntent());
        }
    }

    @Test
    void nothing_is_told_from_a_tool_call_while_its_call_goes_on() {
        learn(new CallNews.Started(reception.now.get()));
        note(CALL);
        assertEquals(1, record().toolCalls().size());
        assertEquals(Optional.empty(), record().derivedOutcome());
    }

    private void note(CallId call) {
        ToolCall booked =
                new ToolCall("1", "create_appointment", reception.now.get(), Duration.ofMillis(80), Optional.empty());
        reception.desk.callDiary().note(CLINIC, call, Optional.of(CASTELLAN_HOME), booked);
    }

    @Test
    void what_was_said_is_kept_where_the_clinic_keeps_it_and_nowhere_else() {
        learn(reported(Optional.of("User: Hello.")));
        assertEquals(Optional.empty(), said());
        reception.settings(draft -> draft.keepsTranscripts = true);
        learn(reported(Optional.of("User: Hello.")));
        assertEquals(Optional.of("User: Hello."), said());
    }

    @Test
    void a_report_without_a_transcript_takes_none_away_and_neither_does_turning_it_off() {
        reception.settings(draft -> draft.keepsTranscripts = true);
        learn(reported(Optional.of("User: Hello.")));
        learn(report());
        assertEquals(Optional.of("User: Hello."), said());
        reception.settings(draft -> draft.keepsTranscripts = false);
        learn(reported(Optional.of("User: Hello again.")));
        assertEquals(Optional.of("User: Hello."), said());
    }

    @Test
    void news_that_comes_twice_or_late_changes_nothing_that_was_right() {
        CallNews.Ended end = ended();
        learn(end);
        assertEquals(Optional.of(Outcome.ABANDONED), record().derivedOutcome());
        answered("1", "create_appointment", null);
        learn(report());
        learn(end);
        learn(new CallNews.Started(reception.now.get().minusSeconds(60)));
        assertEquals(Optional.of(Outcome.BOOKED), record().derivedOutcome());
        assertEquals(Optional.of(Duration.ofSeconds(60)), record().duration());
    }
}
