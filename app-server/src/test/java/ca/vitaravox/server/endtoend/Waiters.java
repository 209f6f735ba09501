package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Patients who wait for something earlier. */
final class Waiters {
    private Waiters() {}

    private static Phone call(TestClinic clinic, int patient) {
        return new Phone(TestServer.running().port(), clinic.phoneOf(patient), clinic.number());
    }

    /** A patient asks to be told when something earlier comes free. */
    static void join(TestClinic clinic, int patient) {
        Phone phone = call(clinic, patient);
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode joined =
                phone.use("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"" + patient + "\"}");
        assertTrue(joined.path("success").asBoolean(), joined::toString);
    }

    /** The first patient books and cancels, the second waits: returns the offer that is made of it. */
    static String offerAfterACancellation(TestClinic clinic) {
        LocalDate day = clinic.freeDay();
        Phone first = call(clinic, 1);
        first.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode found = first.use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"1\"}");
        JsonNode booked = first.use(
                "create_appointment",
                "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}");
        assertTrue(booked.path("success").asBoolean(), booked::toString);
        join(clinic, 2);
        JsonNode cancelled = first.use(
                "cancel_appointment",
                "{\"appointment_id\":\""
                        + booked.at("/appointment/appointment_id").asText() + "\",\"confirmed\":true}");
        assertTrue(cancelled.path("cancelled").asBoolean(), cancelled::toString);
        List<Offer> live = List.of();
        while (live.isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            live = TestServer.running().database().waitlist().offers().live(new ClinicId(clinic.id()));
        }
        return live.get(0).id().value();
    }
}
