package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two whole servers over one database: staff work with the one, calls come to the other. There the clock stands still, so
 * that what is remembered for five minutes would be remembered for ever: a change is used because it was heard of.
 */
class SwitchingIT {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchingIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** After a switch nothing is written for so long. */
    private static final Duration NO_WRITES = Duration.ofSeconds(20);

    private static final String LOOKUP = "search_patient_by_phone";
    private static final String CASEY = "{\"first_name\":\"Casey\"}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Database database = TestServer.running().database();
    private final String name = "switched-" + UUID.randomUUID().toString().substring(0, 8);

    /** The server that calls come to. */
    private final class Other implements AutoCloseable {
        private final Database own = Databases.open(TestServer.running().asApplication(), 4, now::get);
        private final Backend server;

        Other(EmrHosts allowed) {
            server = Backend.start(TestServer.config().withEmrs(allowed), own, now::get);
        }

        /** Calls until what is found is as it should be: the news has a way to go, and none of it is a clock's. */
        JsonNode awaited(Phone call, Predicate<JsonNode> isSo) {
            long begun = System.nanoTime();
            int asked = 1;
            JsonNode found = call.use(LOOKUP, CASEY);
            while (!isSo.test(found)) {
                assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "the server never heard of it: " + found);
                asked++;
                found = call.use(LOOKUP, CASEY);
            }
            LOG.info(
                    "used by the other server within {} ms, at question {}",
                    (System.nanoTime() - begun) / 1_000_000,
                    asked);
            return found;
        }

        @Override
        public void close() {
            server.close();
            own.close();
        }
    }

    private static boolean isFound(JsonNode answer) {
        return answer.path("found").asBoolean();
    }

    private static void switchOff(Desk manager, String clinic) {
        HttpResponse<String> answer = manager.send(
                "PUT", clinic + "/emr/live", Map.of("live", false), "If-Match", manager.tag(clinic + "/emr"));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static JsonNode openings(Phone call, String patient) {
        return call.use("find_earliest_appointment", "{\"visit_type\":\"checkup\",\"patient_id\":\"" + patient + "\"}");
    }

    private static JsonNode book(Phone call, String patient, String slot) {
        return call.use("create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"" + patient + "\"}");
    }

    private static String slot(JsonNode openings) {
        assertTrue(openings.path("success").asBoolean(), openings::toString);
        return openings.at("/slots/0/slot_id").asText();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_switched_on_one_server_is_switched_on_the_other_and_nothing_reaches_an_emr_that_is_off(Line line) {
        try (OscarClinic clinic = OscarClinic.open(database, name, line, 2);
                Other other = new Other(EmrHosts.NONE.and(clinic.server().baseUrl()))) {
            Desk manager = new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(name))));
            Phone call = clinic.call(other.server.port(), 1);
            JsonNode casey = call.use(LOOKUP, CASEY);
            assertTrue(isFound(casey), casey::toString);
            String patient = casey.path("patient_id").asText();
            String held = slot(openings(call, patient));

            switchOff(manager, name);
            other.awaited(clinic.call(other.server.port(), 1), found -> !isFound(found));
            clinic.server().requests().forget();
            assertEquals(
                    "IDENTITY_NOT_VERIFIED", code(call.use("get_patient", "{\"patient_id\":\"" + patient + "\"}")));
            assertFalse(book(call, patient, held).path("success").asBoolean());
            assertFalse(isFound(clinic.call(other.server.port(), 2).use(LOOKUP, CASEY)));
            slot(call.use("find_earliest_appointment", "{\"visit_type\":\"checkup\"}"));
            assertEquals(0, clinic.server().requests().total());

            // at this server a manager would be refused: the clinic has nobody to hand calls to
            database.clinicEmrs().setLive(new ClinicId(name), true, Instant.now());
            Phone anew = clinic.call(other.server.port(), 1);
            other.awaited(anew, SwitchingIT::isFound);
            assertTrue(clinic.server().requests().total() > 0);
            now.set(Instant.now().plus(NO_WRITES));
            assertFalse(book(call, patient, held).path("success").asBoolean(), "a hold of before the switch");
            assertEquals(0, clinic.server().requests().count(Endpoint.ADD));

            JsonNode booked = book(anew, patient, slot(openings(anew, patient)));
            assertTrue(booked.path("success").asBoolean(), booked::toString);
            assertEquals(1, clinic.server().requests().count(Endpoint.ADD));
        }
    }

    private static String code(JsonNode answer) {
        return answer.path("code").asText();
    }

    @Test
    void an_emr_of_a_kind_nobody_knows_is_none_and_its_callers_get_no_demo_data_but_a_person() {
        TestClinic clinic = TestClinic.open(database, name, 1);
        try (Other other = new Other(EmrHosts.NONE)) {
            assertTrue(
                    isFound(new Phone(other.server.port(), clinic.phoneOf(1), clinic.number()).use(LOOKUP, CASEY)),
                    "demo data while it is not live");
            URI address = URI.create("https://emr.clinic.example");
            database.clinicEmrs()
                    .save(
                            new ClinicId(name),
                            new EmrSettings(
                                    "accuro",
                                    true,
                                    Optional.of(new EmrAddress(address, address, ZoneId.of("America/Vancouver"))),
                                    Optional.of(TestServer.envelope()
                                            .seal(EmrSettings.place(new ClinicId(name)), "a key"))),
                            Instant.now());

            JsonNode refused = other.awaited(
                    new Phone(other.server.port(), clinic.phoneOf(1), clinic.number()), found -> !isFound(found));

            assertEquals("EMR_UNAVAILABLE", code(refused), refused::toString);
            assertEquals("transfer_to_staff", refused.path("next").asText(), refused::toString);
        }
    }
}
