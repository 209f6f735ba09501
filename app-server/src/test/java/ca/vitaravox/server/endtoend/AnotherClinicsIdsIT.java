package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.SampleArguments;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every tool and every route, as the catalogue and the access table list them, with the ids of another clinic: they open
 * nothing, change nothing, and tell nothing of it.
 */
class AnotherClinicsIdsIT {
    private static final TestServer SERVER = TestServer.running();
    private static final PhoneNumber ZENOBIAS = new PhoneNumber("+17785559001");
    /** From which she calls nobody: the other is in the records of each clinic that it calls. */
    private static final PhoneNumber AT_WORK = new PhoneNumber("+17785559002");

    private static final List<String> THEIRS =
            List.of("Zenobia", "Quillfeather", "1971-04-05", "5559002", "Doctor Faraway");

    private static TestClinic ours;
    private static TestClinic theirs;
    private static Phone phone;
    /** The ids of the other clinic, by the names of arguments. */
    private static Map<String, String> ids;

    @BeforeAll
    static void somebodyBooksAtTheOtherClinic() {
        ours = TestClinic.open(SERVER.database(), "ids-ours", 1);
        theirs = TestClinic.open(SERVER.database(), "ids-theirs", 1);
        ClinicId clinic = new ClinicId(theirs.id());
        SERVER.database()
                .demoEmr()
                .putChart(
                        clinic,
                        new Chart(
                                new PatientId("9001"),
                                new PatientName("Zenobia", "Quillfeather"),
                                LocalDate.of(1971, 4, 5),
                                Optional.empty(),
                                List.of(ZENOBIAS, AT_WORK),
                                Optional.empty(),
                                true,
                                true));
        addProvider(clinic);
        phone = new Phone(SERVER.port(), ZENOBIAS.e164(), theirs.number());
        String patient = phone.use(
                        "search_patient_by_phone", "{\"first_name\":\"Zenobia\",\"date_of_birth\":\"1971-04-05\"}")
                .path("patient_id")
                .asText();
        JsonNode booked = phone.use(
                "create_appointment", "{\"slot_id\":\"" + slot(patient) + "\",\"patient_id\":\"" + patient + "\"}");
        String appointment = booked.at("/appointment/appointment_id").asText();
        assertEquals("9001", patient);
        assertFalse(appointment.isEmpty(), booked::toString);
        ids = Map.of(
                "patient_id", patient, "appointment_id", appointment, "slot_id", slot(patient), "provider_id", "b77");
        SERVER.awaitToolCalls(theirs.id(), 4); // so that nothing of theirs is still on its way when rows are counted
    }

    private static String slot(String patient) {
        return phone.use("find_earliest_appointment", "{\"patient_id\":\"" + patient + "\"}")
                .at("/slots/0/slot_id")
                .asText();
    }

    private static void addProvider(ClinicId id) {
        Clinic clinic = SERVER.database().clinicDirectory().clinic(id);
        List<Provider> providers = new ArrayList<>(clinic.providers());
        providers.add(new Provider(new ProviderId("b77"), "Doctor Faraway", Optional.empty(), true, true));
        SERVER.database().clinicSettings().save(clinic.with(providers));
    }

    private static void assertTellsNothing(String what, String answer) {
        for (String secret : THEIRS) {
            assertFalse(answer.contains(secret), () -> what + " tells " + secret + ": " + answer);
        }
    }

    @Test
    void no_tool_reaches_what_an_id_of_another_clinic_names_not_even_in_a_call_of_the_same_id() {
        String before = SERVER.rows(theirs.id());
        String calls = Integer.toString(theirs.appointments().size());
        int tools = 0;
        for (ToolSpec tool : DeclaredToolbox.declared()) {
            List<String> named = new ArrayList<>();
            tool.parameters().path("properties").fieldNames().forEachRemaining(named::add);
            named.retainAll(ids.keySet());
            for (String id : named) {
                ObjectNode arguments = SampleArguments.of(tool);
                named.forEach(arguments::remove);
                required(tool, named).forEach(needed -> arguments.put(needed, ids.get(needed)));
                arguments.put(id, ids.get(id));
                for (Phone call :
                        List.of(phone.to(ours.number()), new Phone(SERVER.port(), ours.phoneOf(1), ours.number()))) {
                    JsonNode result = call.use(tool.name(), arguments.toString());
                    assertFalse(
                            result.path("success").asBoolean(),
                            () -> tool.name() + " with " + arguments + ": " + result);
                    assertTellsNothing(tool.name(), result.toString());
                }
                tools++;
            }
        }
        assertTrue(tools >= 10, "tools take ids");
        assertEquals(before, SERVER.rows(theirs.id()));
        assertEquals(calls, Integer.toString(theirs.appointments().size()));
    }

    private static List<String> required(ToolSpec tool, List<String> ids) {
        List<String> required = new ArrayList<>();
        tool.parameters().path("required").forEach(each -> required.add(each.asText()));
        required.retainAll(ids);
        return required;
    }

    @Test
    void no_tool_finds_a_patient_of_another_clinic_by_anything_else() {
        String before = SERVER.rows(theirs.id());
        for (ToolSpec tool : DeclaredToolbox.declared()) {
            ObjectNode arguments = SampleArguments.of(tool);
            ids.keySet().forEach(arguments::remove);
            arguments.put("first_name", "Zenobia").put("last_name", "Quillfeather");
            arguments.put("date_of_birth", "1971-04-05").put("phone", ZENOBIAS.e164());
            arguments
                    .put("called_number", theirs.number())
                    .put("provider_name", "Faraway")
                    .put("name", "Faraway");
            Phone call = new Phone(SERVER.port(), ZENOBIAS.e164(), ours.number());
            JsonNode result = call.use(tool.name(), arguments.toString());
            assertFalse(result.has("patient_id") && !tool.writes(), () -> tool.name() + ": " + result);
            assertFalse(result.toString().contains("Faraway"), () -> tool.name() + ": " + result);
            assertFalse(result.path("found").asBoolean(), () -> tool.name() + ": " + result);
        }
        assertEquals(before, SERVER.rows(theirs.id()));
    }

    @Test
    void no_route_reaches_what_is_another_clinics() {
        ClinicId mine = new ClinicId(ours.id());
        ClinicId other = new ClinicId(theirs.id());
        User theirStaff = Admin.user(Role.CLINIC_STAFF, other);
        String session = Admin.read(Admin.send("GET", "/api/auth/me", null, Admin.bearer(Admin.fullToken(theirStaff))))
                .at("/session/id")
                .asText();
        SERVER.database()
                .taskBook()
                .add(other, new Task(TaskKind.HALF_MOVED, "slot-b", Optional.empty(), Optional.empty(), Instant.EPOCH));
        Map<String, String> values =
                Map.of("user", theirStaff.id().value(), "session", session, "kind", "half_moved", "about", "slot-b");
        String before = SERVER.rows(theirs.id());
        for (Role role : Set.of(Role.CLINIC_MANAGER, Role.CLINIC_STAFF, Role.AUDITOR)) {
            String token = Admin.fullToken(Admin.user(role, mine));
            for (Rule rule : AccessTable.RULES) {
                if (!rule.path().contains("{") || !rule.roles().contains(role)) {
                    continue;
                }
                for (ClinicId clinic : List.of(mine, other)) {
                    HttpResponse<String> answer = ask(rule, clinic, values, token);
                    String what = role + " " + rule.route() + " in " + clinic + " → " + answer.statusCode();
                    assertTellsNothing(what, answer.body());
                    assertTrue(answer.statusCode() < 500, what);
                    if (clinic.equals(other) && rule.path().contains("{clinic}")
                            || rule.path().contains("{user}")) {
                        assertEquals(404, answer.statusCode(), what);
                    }
                }
            }
        }
        assertEquals(before, SERVER.rows(theirs.id()));
        assertEquals(1, SERVER.database().taskBook().open(other, 10).size());
    }

    private static HttpResponse<String> ask(Rule rule, ClinicId clinic, Map<String, String> values, String token) {
        String path = rule.path().replace("{clinic}", clinic.value());
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        path = path.replaceAll("\\{[^}]+}", "9001");
        boolean body = !Set.of("GET", "DELETE").contains(rule.method().name());
        return Admin.send(rule.method().name(), path, body ? Map.of() : null, Admin.bearer(token));
    }
}
