package ca.vitaravox.domain.call;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallStartDeskTest {
    private static final ByPhone NOTHING_SAID =
            new ByPhone(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Relationship.SELF);

    private final Reception reception = new Reception();

    private void begin(String call) {
        reception.desk.callStart().prepare(reception.call(call));
    }

    private int requestsOf(Runnable something) {
        int before = requests();
        something.run();
        return requests() - before;
    }

    private int requests() {
        return List.of(Request.values()).stream().mapToInt(reception.emr::count).sum();
    }

    private LookupResult lookUp(CallContext call) {
        return reception.desk.patientLookup().byPhone(call, NOTHING_SAID);
    }

    @Test
    void the_first_questions_of_a_call_ask_the_emr_nothing_more() {
        begin("call");
        reception.pass(Duration.ofMillis(29_999));
        assertEquals(0, requestsOf(() -> {
            assertInstanceOf(LookupResult.FirstNameNeeded.class, lookUp(reception.call("call")));
            assertEquals(3, reception.search("call").size());
        }));
    }

    @Test
    void after_half_a_minute_they_ask_for_themselves() {
        begin("call");
        reception.pass(Duration.ofSeconds(30));
        assertEquals(1, requestsOf(() -> lookUp(reception.call("call"))));
        assertTrue(requestsOf(() -> reception.search("call")) > 0);
    }

    @Test
    void charts_read_ahead_are_for_their_own_call_and_number_alone() {
        begin("call");
        assertEquals(1, requestsOf(() -> lookUp(reception.call("other"))));
        assertEquals(1, requestsOf(() -> lookUp(reception.call("call", Optional.of(KATHERINES_PHONE)))));
    }

    @Test
    void charts_of_an_emr_that_the_clinic_left_are_nobodys() {
        begin("call");
        reception.desk.callStart().forget(CLINIC);
        assertEquals(1, requestsOf(() -> lookUp(reception.call("call"))));
    }

    @Test
    void times_taken_in_an_emr_that_the_clinic_left_are_not_those_of_the_next() {
        begin("call");
        reception.search("call");
        reception.desk.callStart().forget(CLINIC);
        assertEquals(3, requestsOf(() -> reception.search("call")));
    }

    @Test
    void nobody_is_identified_and_nothing_is_held_by_it() {
        begin("call");
        assertTrue(reception
                .identities
                .identified(CLINIC, new CallId("call"), Reception.ROBIN)
                .isEmpty());
        assertEquals(List.of(), reception.trail(AuditAction.IDENTIFY));
    }

    @Test
    void what_is_read_ahead_is_in_the_trail_as_what_it_is() {
        begin("call");
        AuditEntry entry = reception.trail(AuditAction.READ_AHEAD).get(0);
        assertEquals(new Actor.Server("read-ahead"), entry.actor());
        assertEquals(Optional.of("call"), entry.subject());
        assertEquals(AuditResult.DONE, entry.result());
        reception.desk.callStart().prepare(reception.call("other", Optional.of(KATHERINES_PHONE)));
        assertEquals(
                Optional.of(Reception.KATHERINE.value()),
                reception.trail(AuditAction.READ_AHEAD).get(1).chart());
    }

    @Test
    void what_cannot_be_written_into_the_trail_is_not_remembered() {
        Reception dark = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        assertThrows(IllegalStateException.class, () -> dark.desk.callStart().prepare(dark.call("call")));
        int before = dark.emr.count(Request.SEARCH);
        assertThrows(
                IllegalStateException.class, () -> dark.desk.patientLookup().byPhone(dark.call("call"), NOTHING_SAID));
        assertEquals(before + 1, dark.emr.count(Request.SEARCH));
    }

    @Test
    void a_caller_without_a_number_has_the_coming_days_read_ahead_alone() {
        int searches = reception.emr.count(Request.SEARCH);
        reception.desk.callStart().prepare(reception.call("call", Optional.empty()));
        assertEquals(searches, reception.emr.count(Request.SEARCH));
        assertEquals(0, requestsOf(() -> reception.search("call")));
        assertEquals(List.of(), reception.trail(AuditAction.READ_AHEAD));
    }

    @Test
    void a_silent_emr_is_no_error_and_what_it_did_not_say_is_not_remembered() {
        reception.emr.trouble(Request.SEARCH, Trouble.SILENT);
        begin("call");
        assertEquals(
                AuditResult.UNKNOWN,
                reception.trail(AuditAction.READ_AHEAD).get(0).result());
        assertEquals(1, requestsOf(() -> lookUp(reception.call("call"))));
        assertEquals(CASTELLAN_HOME, reception.call("call").caller().orElseThrow());
    }

    @Test
    void what_was_booked_here_meanwhile_is_seen() {
        begin("call");
        var slots = reception.search("call");
        begin("other");
        var others = reception.search("other");
        assertTrue(others.stream()
                .noneMatch(slot -> slot.start().equals(slots.get(0).start())
                        && slot.provider().equals(slots.get(0).provider())));
    }
}
