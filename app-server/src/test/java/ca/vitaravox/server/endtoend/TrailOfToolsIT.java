package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every tool that reads or writes what is a patient's leaves what PHIPA s. 10.1 asks for: the kind of information, when,
 * by whom, whose, and for whom the caller speaks. And where the trail cannot be written, no tool tells or changes anything.
 */
class TrailOfToolsIT {
    /** Those that touch no chart: they tell what is the clinic's, or keep what the caller said. */
    private static final Set<String> OF_NO_PATIENT = Set.of(
            "get_clinic_info", "get_providers", "find_earliest_appointment", "transfer_call", "log_call_metadata");

    private static final String BORN = "1980-01-02";

    private final TestServer server = TestServer.running();
    private TestClinic clinic;
    private ClinicId id;
    private Phone phone;

    @BeforeEach
    void open() {
        clinic = TestClinic.open(
                server.database(), "trail" + UUID.randomUUID().toString().substring(0, 8), 2);
        id = new ClinicId(clinic.id());
        phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
    }

    private JsonNode use(String tool, String arguments) {
        JsonNode answer = phone.use(tool, arguments);
        while (answer.path("next").asText().equals("call_again")) {
            answer = phone.use(tool, arguments);
        }
        return answer;
    }

    private List<AuditEntry> trail() {
        List<AuditEntry> entries = new ArrayList<>(
                server.database().audit().pages().page(AuditQuery.all(id), OptionalLong.empty(), 200).stream()
                        .map(AuditLine::entry)
                        .toList());
        Collections.reverse(entries);
        return entries;
    }

    /** A call in which every tool of patients is used once and does what it is for; what each left. */
    private Map<String, List<AuditEntry>> aCallThatUsesThemAll() {
        Map<String, List<AuditEntry>> left = new LinkedHashMap<>();
        note(left, "search_patient_by_phone", "{\"first_name\":\"Casey\",\"relationship\":\"parent\"}");
        note(
                left,
                "search_patient",
                "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"" + BORN + "\"}");
        note(left, "get_patient", "{\"patient_id\":\"1\"}");
        note(left, "check_appointments", "{\"patient_id\":\"1\"}");
        String booked = note(left, "create_appointment", slot(""))
                .at("/appointment/appointment_id")
                .asText();
        note(left, "add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"1\"}");
        String other = slot(",\"appointment_id\":\"" + booked + "\"")
                .replace("\"patient_id\":\"1\"", "\"confirmed\":true,\"appointment_id\":\"" + booked + "\"");
        String moved = note(left, "update_appointment", other)
                .at("/appointment/appointment_id")
                .asText();
        note(left, "cancel_appointment", "{\"appointment_id\":\"" + moved + "\",\"confirmed\":true}");
        String newby =
                "{\"first_name\":\"Zoe\",\"last_name\":\"Newby\",\"date_of_birth\":\"1990-04-09\",\"sex\":\"woman\","
                        + "\"phone\":\"604 555 0177\"";
        use("register_new_patient", newby + "}");
        note(left, "register_new_patient", newby + ",\"consent\":true}");
        return left;
    }

    private String slot(String more) {
        JsonNode found = use(
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + clinic.freeDay() + "\",\"patient_id\":\"1\"" + more + "}");
        return "{\"slot_id\":\"" + found.at("/slots/0/slot_id").asText() + "\",\"patient_id\":\"1\"}";
    }

    private JsonNode note(Map<String, List<AuditEntry>> left, String tool, String arguments) {
        int before = trail().size();
        JsonNode answer = use(tool, arguments);
        assertTrue(answer.path("success").asBoolean(), () -> tool + " " + answer);
        List<AuditEntry> entries = trail();
        left.put(tool, entries.subList(before, entries.size()));
        return answer;
    }

    @Test
    void each_tool_of_the_catalogue_that_touches_a_chart_leaves_what_the_law_asks_for() {
        Instant begun = Instant.now();
        Map<String, List<AuditEntry>> left = aCallThatUsesThemAll();

        Set<String> all = new TreeSet<>(left.keySet());
        all.addAll(OF_NO_PATIENT);
        assertEquals(
                DeclaredToolbox.declared().stream().map(ToolSpec::name).collect(Collectors.toCollection(TreeSet::new)),
                all,
                "a new tool has to be said to touch charts or not");
        Map<String, AuditAction> expected = Map.of(
                "search_patient_by_phone", AuditAction.IDENTIFY,
                "search_patient", AuditAction.IDENTIFY,
                "get_patient", AuditAction.VIEW_CHART,
                "check_appointments", AuditAction.LIST_APPOINTMENTS,
                "create_appointment", AuditAction.BOOK_APPOINTMENT,
                "add_to_waitlist", AuditAction.JOIN_WAITLIST,
                "update_appointment", AuditAction.MOVE_APPOINTMENT,
                "cancel_appointment", AuditAction.CANCEL_APPOINTMENT,
                "register_new_patient", AuditAction.REGISTER_PATIENT);
        for (Map.Entry<String, List<AuditEntry>> tool : left.entrySet()) {
            AuditEntry entry = tool.getValue().stream()
                    .filter(each -> each.action() == expected.get(tool.getKey()) && each.result() == AuditResult.DONE)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(tool.toString()));
            assertTrue(entry.action().information() != null, tool.getKey());
            assertFalse(entry.at().isBefore(begun.minus(Duration.ofSeconds(1))), tool.getKey());
            assertFalse(entry.at().isAfter(Instant.now()), tool.getKey());
            Actor.Caller caller = (Actor.Caller) entry.actor();
            assertEquals(new CallId(phone.id()), caller.call(), tool.getKey());
            assertTrue(entry.chart().isPresent(), tool.getKey());
        }
        Actor.Caller parent =
                (Actor.Caller) left.get("search_patient_by_phone").get(0).actor();
        assertEquals(Relationship.PARENT, parent.relationship());
    }

    @Test
    void whatever_is_written_into_the_emr_was_announced_in_the_trail_before() {
        Map<String, List<AuditEntry>> left = aCallThatUsesThemAll();
        for (String tool :
                List.of("create_appointment", "update_appointment", "cancel_appointment", "register_new_patient")) {
            List<AuditResult> results =
                    left.get(tool).stream().map(AuditEntry::result).toList();
            assertTrue(results.contains(AuditResult.INTENDED), tool + results);
            assertTrue(results.indexOf(AuditResult.INTENDED) < results.lastIndexOf(AuditResult.DONE), tool + results);
        }
    }

    /** The trail refuses this clinic's entries from now on, as a full disk would. */
    private void close(boolean closed) throws SQLException {
        var owner = server.asOwner();
        try (Connection connection = DriverManager.getConnection(
                        owner.jdbcUrl(),
                        owner.user(),
                        owner.password().map(Secret::value).orElseThrow());
                Statement sql = connection.createStatement()) {
            sql.execute(
                    closed
                            ? "ALTER TABLE audit ADD CONSTRAINT closed CHECK (clinic_id <> '" + id + "') NOT VALID"
                            : "ALTER TABLE audit DROP CONSTRAINT closed");
        }
    }

    @Test
    void without_a_trail_no_tool_tells_or_changes_anything_of_a_patient() throws SQLException {
        use("search_patient", "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"" + BORN + "\"}");
        String slot = slot("");
        int before = trail().size();
        close(true);
        try {
            Map<String, String> uses = new LinkedHashMap<>();
            uses.put("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            uses.put(
                    "search_patient",
                    "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"" + BORN + "\"}");
            uses.put("get_patient", "{\"patient_id\":\"1\"}");
            uses.put("check_appointments", "{\"patient_id\":\"1\"}");
            uses.put("create_appointment", slot);
            uses.put("add_to_waitlist", "{\"kind\":\"earlier_appointment\",\"patient_id\":\"1\"}");
            for (Map.Entry<String, String> each : uses.entrySet()) {
                String answer = phone.post(
                                "/vapi", phone.toolCalls(Phone.newToolCallId(), each.getKey(), each.getValue()))
                        .body();
                assertFalse(answer.contains("\\\"success\\\":true"), each.getKey() + answer);
                for (String told : List.of(BORN, "patient_id", "phone_last4", "appointment_id")) {
                    assertFalse(answer.contains(told), each.getKey() + answer);
                }
            }
            assertEquals(List.of(), clinic.appointments());
            assertEquals(List.of(), server.database().waitlist().entries().waiting(id, Instant.now()));
        } finally {
            close(false);
        }
        assertEquals(before, trail().size());
        assertTrue(
                use("create_appointment", slot("")).path("success").asBoolean(), "it works again once it is written");
        assertEquals(
                Optional.of(AuditResult.DONE),
                Optional.of(trail().get(trail().size() - 1).result()));
    }
}
