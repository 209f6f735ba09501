package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.CapturedLog;
import ca.vitaravox.server.testing.ControlStandIn;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls are handed to people, over HTTP, with PostgreSQL and the voice platform's control of calls stood in for. */
class TransferIT {
    private static final TestServer SERVER = TestServer.running();
    private static final TransferDestination DESK =
            new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", true);

    @TempDir
    private static Path directory;

    private static ControlStandIn control;
    private static Backend controlling;
    private static TestClinic clinic;

    @BeforeAll
    static void start() throws Exception {
        control = new ControlStandIn(directory);
        ServerConfig config = ConfigReader.read(
                Map.of(
                        "VITARAVOX_PORT",
                        "0",
                        "VITARAVOX_WEBHOOK_AUTH",
                        "either",
                        "VITARAVOX_WEBHOOK_SECRET",
                        TestServer.SECRET,
                        "VITARAVOX_JWT_SECRET",
                        TestServer.JWT_SECRET,
                        "VITARAVOX_ENCRYPTION_KEYS",
                        TestServer.ENCRYPTION_KEYS,
                        "VITARAVOX_CALL_CONTROL_HOSTS",
                        "localhost:" + control.port()),
                Optional.empty());
        controlling = TestBackends.start(
                config, SERVER.database(), InstantSource.system(), UnaryOperator.identity(), control.trust());
        clinic = TestClinic.open(SERVER.database(), "transfers", 2);
        SERVER.database()
                .transferPlans()
                .save(
                        new ClinicId(clinic.id()),
                        new TransferPlan(Map.of(TransferReason.PRESCRIPTION, Optional.empty()), Optional.of(DESK)));
    }

    @AfterAll
    static void stop() {
        controlling.close();
        control.close();
    }

    private static Phone phone() {
        return new Phone(controlling.port(), clinic.phoneOf(1), clinic.number());
    }

    private static JsonNode transfer(Phone phone, String arguments) {
        String message = phone.controlledBy(
                control.address(phone.id()), phone.toolCalls(Phone.newToolCallId(), "transfer_call", arguments));
        return Phone.read(Phone.read(phone.post("/vapi", message).body())
                .at("/results/0/result")
                .asText());
    }

    private static List<Message> messages() {
        return SERVER.database().taskBook().open(new ClinicId(clinic.id()), 100).stream()
                .map(Task::message)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void a_call_is_handed_on_once_and_any_server_can_say_where_to() throws Exception {
        Phone phone = phone();
        JsonNode result = transfer(phone, "{\"reason\":\"billing\",\"summary\":\"A bill of Casey's.\"}");

        assertEquals("Front desk", result.at("/destination/label").asText(), result::toString);
        assertFalse(result.toString().contains("Casey"));
        ControlStandIn.Received order = control.next();
        assertEquals("/" + phone.id() + "/control", order.path());
        assertEquals("+16045550189", order.body().at("/destination/number").asText());

        JsonNode again = transfer(phone, "{\"reason\":\"patient_request\"}");
        assertTrue(again.path("already").asBoolean(), again::toString);
        Phone elsewhere = phone.at(SERVER.port());
        JsonNode asked = Phone.read(elsewhere
                .post("/vapi", elsewhere.message("transfer-destination-request"))
                .body());
        assertEquals("+16045550189", asked.at("/destination/number").asText(), asked::toString);
        assertTrue(control.isQuiet());
    }

    @Test
    void an_order_the_platform_refuses_is_answered_when_it_asks() throws Exception {
        control.answer(500, "");
        try {
            Phone phone = phone();
            transfer(phone, "{\"reason\":\"billing\"}");
            control.next();
            JsonNode asked = Phone.read(phone.post("/vapi", phone.message("transfer-destination-request"))
                    .body());
            assertEquals("+16045550189", asked.at("/destination/number").asText(), asked::toString);
        } finally {
            control.answer(200, "");
        }
    }

    @Test
    void a_message_becomes_a_task_and_comes_back_to_nobody() {
        JsonNode result = transfer(
                phone(),
                "{\"reason\":\"prescription\",\"summary\":\"Casey <b>needs</b> a\\n refill.\","
                        + "\"callback_number\":\"604-555-0177\"}");

        assertTrue(result.path("message_taken").asBoolean(), result::toString);
        assertFalse(result.toString().contains("refill"));
        assertTrue(messages()
                .contains(new Message(
                        Optional.of(new PhoneNumber(clinic.phoneOf(1))),
                        Optional.of(new PhoneNumber("+16045550177")),
                        "prescription",
                        Optional.of("Casey b needs /b a refill."))));
        assertTrue(control.isQuiet());
    }

    @Test
    void the_log_names_the_call_and_nothing_else() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            Phone phone = phone();
            transfer(phone, "{\"reason\":\"billing\",\"summary\":\"Casey's bill\"}");
            control.next();
            String text = log.until(1, "transfer_call in call " + phone.id()).text();
            for (String personal : List.of("Casey", "6045550189", clinic.phoneOf(1), "localhost:" + control.port())) {
                assertFalse(text.contains(personal), () -> personal + " in:\n" + text);
            }
        }
    }
}
