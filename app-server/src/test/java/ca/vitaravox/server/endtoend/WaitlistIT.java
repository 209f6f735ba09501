package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one caller gives up, another who waits gets. */
@Timeout(300)
class WaitlistIT {
    private final TestServer server = TestServer.running();

    private static void await(BooleanSupplier happens) {
        while (!happens.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Phone call(TestClinic clinic, int patient) {
        return new Phone(server.port(), clinic.phoneOf(patient), clinic.number());
    }

    private List<Task> toPhone(ClinicId clinic) {
        return server.database().taskBook().open(clinic, 10).stream()
                .filter(task -> task.kind() == TaskKind.PHONE_FOR_OPENING)
                .toList();
    }

    @Test
    void what_one_caller_cancels_staff_are_to_offer_and_the_one_who_waits_books_when_calling() {
        TestClinic clinic = TestClinic.open(server.database(), "waitlist", 2);
        ClinicId id = new ClinicId(clinic.id());
        LocalDate day = clinic.freeDay();
        oneCancelsWhatAnotherWaitsFor(clinic, day);

        Phone again = call(clinic, 2);
        JsonNode told = again.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        assertEquals(day.toString(), told.at("/waitlist_opening/date").asText(), told::toString);
        JsonNode taken = again.use(
                "create_appointment",
                "{\"slot_id\":\"" + told.at("/waitlist_opening/slot_id").asText() + "\",\"patient_id\":\"2\"}");
        assertTrue(taken.path("success").asBoolean(), taken::toString);

        Appointment only = clinic.appointments().get(0);
        assertEquals(1, clinic.appointments().size());
        assertEquals(Optional.of(new PatientId("2")), only.patient());
        await(() -> toPhone(id).isEmpty());
        assertEquals(List.of(), server.database().waitlist().entries().waiting(id, Instant.now()));
        assertEquals(List.of(), server.database().waitlist().offers().live(id));
    }

    /** The first of two patients books and cancels, while the second waits; staff are to phone the second. Returns the time. */
    private String oneCancelsWhatAnotherWaitsFor(TestClinic clinic, LocalDate day) {
        Phone first = call(clinic, 1);
        first.use(
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1980-01-02\"}");
        JsonNode found = first.use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"1\"}");
        JsonNode booked = first.use(
                "create_appointment",
                "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}");
        assertTrue(booked.path("success").asBoolean(), booked::toString);

        Phone waiting = call(clinic, 2);
        waiting.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode joined = waiting.use("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"2\"}");
        assertEquals(1, joined.path("position").asInt(), joined::toString);

        JsonNode cancelled = first.use(
                "cancel_appointment",
                "{\"appointment_id\":\""
                        + booked.at("/appointment/appointment_id").asText() + "\",\"confirmed\":true}");
        assertTrue(cancelled.path("cancelled").asBoolean(), cancelled::toString);

        await(() -> !toPhone(new ClinicId(clinic.id())).isEmpty());
        assertEquals(
                Optional.of(new PatientId("2")),
                toPhone(new ClinicId(clinic.id())).get(0).patient());
        return found.at("/slots/0/time").asText();
    }

    private List<String> offeredOn(LocalDate day, TestClinic clinic) {
        JsonNode found = call(clinic, 1)
                .use(
                        "find_earliest_appointment",
                        "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\"}");
        return found.get("slots").findValuesAsText("time");
    }

    @Test
    void staff_contact_whoever_waits_and_a_yes_ends_the_waiting_all_over_http() {
        TestClinic clinic = TestClinic.open(server.database(), "waitlist-yes", 2);
        ClinicId id = new ClinicId(clinic.id());
        LocalDate day = clinic.freeDay();
        String time = oneCancelsWhatAnotherWaitsFor(clinic, day);
        Desk staff = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_STAFF, id)));
        JsonNode task = staff.all(clinic.id() + "/tasks", 10).get(0);
        assertEquals("phone_for_opening", task.get("kind").asText());
        String offer = clinic.id() + "/offers/" + task.get("about").asText();

        assertEquals(409, staff.send("POST", offer + "/accepted", null).statusCode(), "nothing is held yet");
        JsonNode held = Admin.read(staff.send("POST", offer + "/contacting", null));
        assertTrue(Instant.parse(held.get("heldUntil").asText()).isAfter(Instant.now()), held::toString);
        assertFalse(offeredOn(day, clinic).contains(time));
        assertEquals(409, staff.send("POST", offer + "/contacting", null).statusCode(), "somebody phones already");

        assertTrue(staff.send("POST", offer + "/accepted", null).statusCode() < 300);
        assertEquals(0, staff.all(clinic.id() + "/waitlist", 10).size());
        assertEquals(List.of(), toPhone(id));
        assertFalse(offeredOn(day, clinic).contains(time), "until the hold runs out it is offered to nobody");
        assertEquals(409, staff.send("POST", offer + "/declined", null).statusCode(), "it is over");
    }

    @Test
    void what_staff_cancel_in_the_emr_is_offered_to_whoever_waits() {
        TestClinic clinic = TestClinic.open(server.database(), "waitlist-staff", 2);
        ClinicId id = new ClinicId(clinic.id());
        AppointmentId appointment = clinic.staffBook(1);
        Phone waiting = call(clinic, 2);
        waiting.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        waiting.use("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"2\"}");
        await(() -> server.rows(clinic.id()).contains("seen_appointments=1"));
        clinic.staffCancel(appointment);
        assertEquals(List.of(), toPhone(id));

        // five minutes go by
        SeenAppointments seen = server.database().waitlist().seen();
        seen.take(100, Instant.now().plus(Duration.ofMinutes(6)), Instant.now());
        await(() -> !toPhone(id).isEmpty());
        assertEquals(Optional.of(new PatientId("2")), toPhone(id).get(0).patient());
    }

    @Test
    void a_name_and_a_number_are_enough_by_either_way_and_tell_nobody_who_waits() {
        TestClinic clinic = TestClinic.open(server.database(), "waitlist-names", 1);
        String noa = "{\"kind\":\"new_patient\",\"first_name\":\"Noa\",\"last_name\":\"Castellan\","
                + "\"phone\":\"604-555-0142\"}";
        JsonNode joined = call(clinic, 1).use("add_to_waitlist", noa);
        assertEquals(1, joined.path("position").asInt(), joined::toString);

        String plain = "{\"call\":{\"id\":\"plain-waitlist\",\"to\":\"" + clinic.number()
                + "\",\"from\":\"+17785559999\"},\"arguments\":" + noa + "}";
        JsonNode stranger = Phone.read(
                call(clinic, 1).post("/api/vapi/add-to-waitlist", plain).body());
        assertTrue(stranger.path("success").asBoolean(), stranger::toString);
        assertFalse(stranger.has("already"), stranger::toString);
        assertEquals(2, stranger.path("position").asInt());
        JsonNode same = call(clinic, 1).use("add_to_waitlist", noa);
        assertTrue(same.path("already").asBoolean(), same::toString);
        assertEquals(
                1,
                server.database()
                        .waitlist()
                        .entries()
                        .waiting(new ClinicId(clinic.id()), Instant.now())
                        .size());
    }
}
