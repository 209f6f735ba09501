package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList.Result;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentListTest {
    private final Reception reception = new Reception();

    private Result list(PatientId patient, boolean past) {
        return reception.desk.appointmentList().list(reception.call("call"), patient, past);
    }

    private Result.Listed listed(boolean past) {
        return assertInstanceOf(Result.Listed.class, list(ROBIN, past));
    }

    private List<AppointmentId> ids(boolean past) {
        return listed(past).appointments().stream().map(PatientAppointment::id).toList();
    }

    private void verified(Relationship relationship) {
        reception.identified("call", ROBIN, IdentityLevel.VERIFIED, relationship);
    }

    private AppointmentId on(int day, String time) {
        return reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(day), time, 15);
    }

    @Test
    void nobody_hears_that_an_appointment_stands_which_is_being_taken_back() {
        verified(Relationship.SELF);
        BookableSlot slot = reception.search("call").get(0);
        Instant now = reception.now.get();
        reception.holds.claim(CLINIC, slot.id(), ROBIN, now, now.plusSeconds(5));
        AppointmentId written = on(0, slot.start().toLocalTime().toString());
        AppointmentId other = on(1, "09:00");
        assertEquals(List.of(written, other), ids(false));
        reception.holds.decide(CLINIC, slot.id(), 1, BookingJournal.Course.TAKING_BACK);
        assertEquals(List.of(other), ids(false));
    }

    @Test
    void nobody_but_a_verified_patient_of_this_call_is_told_anything() {
        on(1, "09:00");
        assertEquals(new Result.NotVerified(), list(ROBIN, false));
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        assertEquals(new Result.NotVerified(), list(ROBIN, false));
        reception.identified("other", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(new Result.NotVerified(), list(ROBIN, false));
        reception.identified("call", NOA, IdentityLevel.VERIFIED, Relationship.SELF);
        assertEquals(new Result.NotVerified(), list(ROBIN, false));
        assertEquals(0, reception.emr.count(Request.PATIENT));
        assertEquals(List.of(), reception.trail(AuditAction.LIST_APPOINTMENTS));
    }

    @Test
    void what_is_to_come_is_told_nearest_first_whoever_booked_it() {
        verified(Relationship.SELF);
        AppointmentId later = on(3, "09:00");
        AppointmentId sooner = on(1, "09:00");
        reception.staffBook(WEXFORD, NOA, MONDAY.plusDays(2), "09:00", 15);
        assertEquals(List.of(sooner, later), ids(false));
        assertFalse(listed(false).more());
    }

    @Test
    void what_begins_now_is_to_come_and_what_has_begun_is_past() {
        verified(Relationship.SELF);
        AppointmentId now = on(0, "08:00");
        assertEquals(List.of(now), ids(false));
        assertEquals(List.of(), ids(true));
        reception.pass(Duration.ofMillis(1));
        assertEquals(List.of(), ids(false));
        assertEquals(List.of(now), ids(true));
    }

    @Test
    void what_was_cancelled_is_not_to_come_but_may_be_past() {
        verified(Relationship.SELF);
        AppointmentId coming = on(1, "09:00");
        AppointmentId past = on(-1, "09:00");
        reception.emr.become(CLINIC, coming, AppointmentStatus.CANCELLED);
        reception.emr.become(CLINIC, past, AppointmentStatus.CANCELLED);
        assertEquals(List.of(), ids(false));
        assertEquals(List.of(past), ids(true));
    }

    @Test
    void the_past_is_told_latest_first() {
        verified(Relationship.SELF);
        AppointmentId older = on(-9, "09:00");
        AppointmentId newer = on(-2, "09:00");
        on(2, "09:00");
        assertEquals(List.of(newer, older), ids(true));
    }

    @Test
    void three_are_told_at_once_and_that_there_are_more() {
        verified(Relationship.SELF);
        List<AppointmentId> four = List.of(on(1, "09:00"), on(2, "09:00"), on(3, "09:00"), on(4, "09:00"));
        assertEquals(four.subList(0, 3), ids(false));
        assertTrue(listed(false).more());
    }

    @Test
    void only_what_was_told_counts_as_told() {
        verified(Relationship.SELF);
        List<AppointmentId> four = List.of(on(1, "09:00"), on(2, "09:00"), on(3, "09:00"), on(4, "09:00"));
        list(ROBIN, false);
        CallId call = new CallId("call");
        for (AppointmentId told : four.subList(0, 3)) {
            assertEquals(
                    Optional.of(false), reception.told.told(CLINIC, call, told).map(known -> known.bookedHere()));
        }
        assertEquals(Optional.empty(), reception.told.told(CLINIC, call, four.get(3)));
        assertEquals(Optional.empty(), reception.told.told(CLINIC, new CallId("other"), four.get(0)));
    }

    @Test
    void an_appointment_is_told_in_the_clinics_zone_and_words() {
        verified(Relationship.SELF);
        on(1, "09:00");
        PatientAppointment told = listed(false).appointments().get(0);
        assertEquals(MONDAY.plusDays(1).atTime(9, 0).atZone(Reception.ZONE), told.start());
        assertEquals(Optional.of("Doctor Mara Wexford"), told.provider().map(Provider::displayName));
        assertEquals(
                Optional.of("checkup"), told.visitType().map(VisitType::code).map(Object::toString));
        assertEquals(AppointmentStatus.BOOKED, told.status());
        assertEquals(Duration.ofMinutes(15), told.length());
    }

    @ParameterizedTest
    @EnumSource(
            value = Relationship.class,
            names = {"PARENT", "SPOUSE", "CAREGIVER", "OTHER"})
    void somebody_calling_for_the_patient_hears_not_what_it_is_for(Relationship relationship) {
        verified(relationship);
        on(1, "09:00");
        assertEquals(Optional.empty(), listed(false).appointments().get(0).visitType());
    }

    @Test
    void a_provider_or_type_the_clinic_does_not_know_is_left_out() {
        verified(Relationship.SELF);
        reception.staffBook(new ProviderId("999"), ROBIN, MONDAY.plusDays(1), "09:00", 15);
        reception.settings(draft -> draft.visitTypes = draft.visitTypes.stream()
                .map(type -> new VisitType(type.code(), type.length(), type.names(), type.aliases(), "Other"))
                .toList());
        PatientAppointment told = listed(false).appointments().get(0);
        assertEquals(Optional.empty(), told.provider());
        assertEquals(Optional.empty(), told.visitType());
    }

    @Test
    void a_provider_callers_may_not_book_is_named_all_the_same() {
        verified(Relationship.SELF);
        reception.staffBook(new ProviderId("103"), ROBIN, MONDAY.plusDays(1), "09:00", 15);
        assertEquals(
                Optional.of("Doctor Not Yet"),
                listed(false).appointments().get(0).provider().map(Provider::displayName));
    }

    @Test
    void an_appointment_the_emr_shows_among_the_patients_but_is_anothers_is_not_told() {
        verified(Relationship.SELF);
        AppointmentId own = on(1, "09:00");
        AppointmentId anothers = reception.staffBook(SETHI, NOA, MONDAY.plusDays(1), "09:00", 15);
        TwistedEmr emr = new TwistedEmr(reception);
        emr.patients = answer -> reception.emr.everything(CLINIC);
        Result result = emr.desk().appointmentList().list(reception.call("call"), ROBIN, false);
        assertEquals(
                List.of(own),
                assertInstanceOf(Result.Listed.class, result).appointments().stream()
                        .map(PatientAppointment::id)
                        .toList());
        assertEquals(Optional.empty(), reception.told.told(CLINIC, new CallId("call"), anothers));
    }

    @Test
    void what_is_told_is_in_the_trail() {
        verified(Relationship.PARENT);
        list(ROBIN, false);
        assertEquals(
                List.of(new AuditEntry(
                        CLINIC,
                        reception.now.get(),
                        new Actor.Caller(new CallId("call"), Relationship.PARENT),
                        AuditAction.LIST_APPOINTMENTS,
                        Optional.of(ROBIN.value()),
                        Optional.empty(),
                        AuditResult.DONE)),
                reception.trail(AuditAction.LIST_APPOINTMENTS));
    }

    @Test
    void without_a_trail_nothing_is_told() {
        Reception blind = new Reception(entry -> {
            throw new IllegalStateException("the trail is full");
        });
        AppointmentId there = blind.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(1), "09:00", 15);
        blind.identified("call", ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        assertThrows(
                IllegalStateException.class, () -> blind.desk.appointmentList().list(blind.call("call"), ROBIN, false));
        assertEquals(Optional.empty(), blind.told.told(CLINIC, new CallId("call"), there));
    }

    @Test
    void without_the_emr_nothing_is_told() {
        verified(Relationship.SELF);
        reception.emr.trouble(Request.PATIENT, Trouble.DOWN);
        assertEquals(new Result.EmrUnavailable(), list(ROBIN, false));
        assertEquals(List.of(), reception.trail(AuditAction.LIST_APPOINTMENTS));
    }
}
