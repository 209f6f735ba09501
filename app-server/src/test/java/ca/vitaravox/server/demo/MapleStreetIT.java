package ca.vitaravox.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.AppointmentRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Folders;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to the demo's clinic that has an OSCAR, over HTTP on both sides. */
class MapleStreetIT {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String MAPLE_STREET = "+12505550130";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** For a tool call, as it usually is. */
    private static final Duration DEADLINE = Duration.ofMillis(3_800);

    private static final Closing CLOSING = new Closing();

    @TempDir
    private static Path directory;

    private static Demo demo;
    private static StandInOscar oscar;
    private static Database database;

    @BeforeAll
    static void start() throws IOException {
        DataFolder folder = CLOSING.add(DataFolder.open(Folders.ready(directory)));
        demo = Demo.start(folder, TestServer.config(DEADLINE), CLOSING, CLOCK, new PrintWriter(new StringWriter()));
        oscar = demo.oscar().server();
        database = CLOSING.add(Databases.open(demo.postgres().asApplication(), 2, CLOCK));
    }

    @AfterAll
    static void stop() {
        CLOSING.close();
    }

    @AfterEach
    void oscar_is_well_again() {
        oscar.faults().clear();
    }

    private static Phone call(String from, String to) {
        return new Phone(demo.address().getPort(), from, to);
    }

    private static JsonNode find(Phone call, String firstName) {
        return call.use("search_patient_by_phone", "{\"first_name\":\"" + firstName + "\"}");
    }

    private static JsonNode openings(Phone call, JsonNode patient) {
        return call.use(
                "find_earliest_appointment",
                "{\"visit_type\":\"checkup\",\"patient_id\":\""
                        + patient.path("patient_id").asText() + "\"}");
    }

    private static JsonNode book(Phone call, JsonNode patient, JsonNode openings) {
        return call.use(
                "create_appointment",
                "{\"slot_id\":\"" + openings.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\""
                        + patient.path("patient_id").asText() + "\",\"reason\":\"check-up\"}");
    }

    private static void setLive(boolean live) {
        // nothing that is written in this test was decided before
        database.clinicEmrs()
                .setLive(DemoClinics.MAPLE_STREET, live, CLOCK.instant().minusSeconds(60));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (find(call(DemoOscar.ROBIN_PHONE, MAPLE_STREET), "Robin")
                        .path("found")
                        .asBoolean()
                != live) {
            assertTrue(System.nanoTime() < end, "the server never heard of the change");
        }
    }

    @Test
    void a_call_books_into_oscar_over_oauth() {
        Phone call = call(DemoOscar.ROBIN_PHONE, MAPLE_STREET);
        JsonNode patient = find(call, "Robin");
        assertTrue(patient.path("found").asBoolean(), patient::toString);
        JsonNode openings = openings(call, patient);

        JsonNode booked = book(call, patient, openings);

        assertTrue(booked.path("success").asBoolean(), booked.toString());
        JsonNode told = booked.path("appointment");
        Optional<AppointmentRow> row =
                oscar.tables().appointments().find(told.path("appointment_id").asInt());
        assertEquals(told.path("date").asText(), row.orElseThrow().date().toString());
        assertEquals(told.path("time").asText(), row.orElseThrow().startTime().toString());
        assertEquals(
                patient.path("patient_id").asText(),
                Integer.toString(row.orElseThrow().patient()));
        assertEquals("t", row.orElseThrow().status());
        assertEquals(1, oscar.requests().count(Endpoint.ADD));
    }

    @Test
    void an_oscar_that_hangs_is_told_of_in_time_and_costs_no_other_clinic() {
        oscar.faults().everywhere(Fault.hang());

        long asked = System.nanoTime();
        JsonNode silent = find(call("+17805550152", MAPLE_STREET), "Amara");
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        JsonNode other = find(call("+16045550142", "+16045550101"), "Robin");

        assertEquals("EMR_UNAVAILABLE", silent.path("code").asText(), silent::toString);
        assertTrue(took.compareTo(Duration.ofSeconds(4)) < 0, took::toString);
        assertTrue(other.path("found").asBoolean(), other::toString);
    }

    @Test
    void a_clinic_that_is_not_live_sends_nothing_and_calls_under_way_start_anew() {
        Phone call = call("+17805550153", MAPLE_STREET);
        JsonNode patient = find(call, "Gordon");
        JsonNode openings = openings(call, patient);
        assertTrue(openings.path("success").asBoolean(), openings::toString);

        setLive(false);
        oscar.requests().forget();
        JsonNode refused = book(call, patient, openings);
        JsonNode stranger = find(call("+17805550152", MAPLE_STREET), "Amara");
        JsonNode free = openings(call("+17805550152", MAPLE_STREET), stranger);

        assertFalse(refused.path("success").asBoolean(), refused::toString);
        assertFalse(stranger.path("found").asBoolean(), stranger::toString);
        assertFalse(free.has("error"), free::toString);
        assertEquals(0, oscar.requests().total());

        setLive(true);
        assertTrue(oscar.requests().total() > 0);
        assertFalse(book(call, patient, openings).path("success").asBoolean());
        assertEquals(0, oscar.requests().count(Endpoint.ADD));
    }
}
