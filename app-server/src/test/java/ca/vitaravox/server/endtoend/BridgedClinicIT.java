package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.standin.AppointmentRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.bridge.BridgeCommand;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Desk;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.SelfSigned;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clinic whose OSCAR this server may not reach: everything goes over the bridge that runs next to it. */
class BridgedClinicIT {
    @TempDir
    private Path folder;

    private final Database database = TestServer.running().database();
    private final String name = "bridged-" + UUID.randomUUID().toString().substring(0, 8);

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Backend serverFor(Database database, URI... bridges) {
        EmrHosts allowed = EmrHosts.NONE;
        for (URI each : bridges) {
            allowed = allowed.and(each);
        }
        return Backend.start(TestServer.config().withEmrs(allowed), database, InstantSource.system());
    }

    private static void within(Desk manager, String clinic, String part, Object body, int status) {
        HttpResponse<String> answer =
                manager.send("PUT", clinic + "/emr/" + part, body, "If-Match", manager.tag(clinic + "/emr"));
        assertEquals(status, answer.statusCode(), answer.body());
    }

    /** What the test of the connection says, at this server. */
    private JsonNode tested(Desk manager, Backend server) {
        HttpResponse<String> answer = Admin.send(
                "http://127.0.0.1:" + server.port(),
                "POST",
                "/api/admin/clinics/" + name + "/emr/test",
                Map.of(),
                Admin.bearer(manager.token()));
        assertEquals(200, answer.statusCode(), answer.body());
        return Admin.read(answer);
    }

    private static List<String> codes(JsonNode test) {
        return test.path("findings").findValuesAsText("code");
    }

    private Desk manager() {
        return new Desk(Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, new ClinicId(name))));
    }

    @ParameterizedTest
    @EnumSource
    void a_manager_enters_the_key_and_a_caller_books_and_cancels(Line line) throws IOException {
        try (OscarClinic clinic = OscarClinic.open(database, name, line, 1);
                BridgeServer bridge = BridgeCommand.start(clinic.bridgeFile(folder));
                Backend server = serverFor(database, at(bridge.port()))) {
            clinic.bridged(at(bridge.port()));
            Desk manager = manager();
            within(manager, name, "key", Map.of("apiKey", OscarClinic.BRIDGE_KEY), 204);
            JsonNode test = tested(manager, server);
            assertTrue(test.path("works").asBoolean(), test::toString);
            clinic.keyed();

            Phone call = clinic.call(server.port(), 1);
            JsonNode casey = call.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            assertTrue(casey.path("found").asBoolean(), casey::toString);
            String patient = "\"patient_id\":\"" + casey.path("patient_id").asText() + "\"";
            JsonNode openings = call.use("find_earliest_appointment", "{\"visit_type\":\"checkup\"," + patient + "}");
            String slot = openings.at("/slots/0/slot_id").asText();
            JsonNode booked = call.use("create_appointment", "{\"slot_id\":\"" + slot + "\"," + patient + "}");
            assertTrue(booked.path("success").asBoolean(), booked::toString);

            String id = booked.at("/appointment/appointment_id").asText();
            AppointmentRow row = clinic.server()
                    .tables()
                    .appointments()
                    .find(Integer.parseInt(id))
                    .orElseThrow();
            assertEquals(openings.at("/slots/0/date").asText(), row.date().toString());
            assertEquals(openings.at("/slots/0/time").asText(), row.startTime().toString());
            assertEquals(1, clinic.server().requests().count(Endpoint.ADD));
            JsonNode cancelled = call.use(
                    "cancel_appointment", "{\"appointment_id\":\"" + id + "\",\"confirmed\":true," + patient + "}");
            assertTrue(cancelled.path("success").asBoolean(), cancelled::toString);
            assertTrue(clinic.server()
                    .tables()
                    .appointments()
                    .find(Integer.parseInt(id))
                    .orElseThrow()
                    .isCancelled());
        }
    }

    @Test
    void a_bridge_with_a_certificate_of_its_own_is_asked_by_whoever_was_given_it() throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        try (OscarClinic clinic = OscarClinic.open(database, name, Line.OPEN_O, 1);
                BridgeServer bridge = BridgeCommand.start(Files.writeString(
                        clinic.bridgeFile(folder),
                        "certificate=" + certificate.file() + "\ncertificate-password=" + SelfSigned.PASSWORD + "\n",
                        StandardOpenOption.APPEND))) {
            URI base = URI.create("https://localhost:" + bridge.port());
            clinic.bridged(base);
            clinic.keyed();

            assertEquals(
                    "EMR_UNAVAILABLE",
                    lookedUp(clinic, TestServer.config(), base).path("code").asText());
            ServerConfig given = ConfigReader.read(
                    Map.of(
                            "VITARAVOX_PORT",
                            "0",
                            "VITARAVOX_TOOL_DEADLINE_MS",
                            "15000",
                            "VITARAVOX_WEBHOOK_SECRET",
                            TestServer.SECRET,
                            "VITARAVOX_JWT_SECRET",
                            TestServer.JWT_SECRET,
                            "VITARAVOX_ENCRYPTION_KEYS",
                            TestServer.ENCRYPTION_KEYS,
                            "VITARAVOX_EMR_AUTHORITIES",
                            certificate.certificate().toString()),
                    Optional.empty());
            assertTrue(lookedUp(clinic, given, base).path("found").asBoolean());
        }
    }

    private JsonNode lookedUp(OscarClinic clinic, ServerConfig config, URI bridge) {
        try (Backend server =
                Backend.start(config.withEmrs(EmrHosts.NONE.and(bridge)), database, InstantSource.system())) {
            return clinic.call(server.port(), 1).use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        }
    }

    /** Where nobody listens any more. */
    private static URI freed() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return at(closed.getLocalPort());
        }
    }

    @Test
    void each_fault_of_a_bridge_is_named() throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(502, -1);
            exchange.close();
        });
        proxy.start();
        URI gone = freed();
        try (OscarClinic clinic = OscarClinic.open(database, name, Line.CLASSIC, 1);
                BridgeServer bridge = BridgeCommand.start(clinic.bridgeFile(folder));
                Backend server = serverFor(
                        database, at(bridge.port()), gone, at(proxy.getAddress().getPort()))) {
            clinic.bridged(at(bridge.port()));
            Desk manager = manager();
            within(manager, name, "key", Map.of("apiKey", "another key, that is long enough to be one"), 204);
            assertEquals(List.of("BRIDGE_KEY_REFUSED"), codes(tested(manager, server)));
            within(manager, name, "key", Map.of("apiKey", OscarClinic.BRIDGE_KEY), 204);
            assertEquals(List.of(), codes(tested(manager, server)));
            clinic.server().faults().everywhere(Fault.drop());
            JsonNode silent = tested(manager, server);
            assertEquals(List.of("BRIDGED_OSCAR_SILENT"), codes(silent));
            assertEquals("oscar_host", silent.at("/findings/0/who").asText());

            clinic.bridged(gone);
            within(manager, name, "key", Map.of("apiKey", OscarClinic.BRIDGE_KEY), 204);
            assertEquals(List.of("BRIDGE_UNREACHABLE"), codes(tested(manager, server)));

            clinic.bridged(at(proxy.getAddress().getPort()));
            within(manager, name, "key", Map.of("apiKey", OscarClinic.BRIDGE_KEY), 204);
            JsonNode unwell = tested(manager, server);
            assertEquals(List.of("BRIDGE_UNWELL"), codes(unwell));
            assertTrue(unwell.at("/findings/0/message").asText().contains("502"), unwell::toString);
        } finally {
            proxy.stop(0);
        }
    }
}
