package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.audit.ChainVerifier;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Verification.Fault;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.audit.AuditTables;
import ca.vitaravox.server.Main;
import ca.vitaravox.server.audit.AnchorLine;
import ca.vitaravox.server.audit.ExportCheck;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.testing.Admin;
import ca.vitaravox.server.testing.ChildProcess;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail in PostgreSQL: read over HTTP, tampered with by the owner of its tables, verified, exported. */
class AuditIT {
    private static final int ENTRIES = 6;
    private static final Instant AT = Instant.parse("2026-03-02T17:00:00Z");

    private final AuditTables audit = TestServer.running().database().audit();
    private ClinicId clinic;
    private ClinicId other;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        clinic = newClinic();
        other = newClinic();
        for (int i = 1; i <= ENTRIES; i++) {
            append(clinic, i);
            append(other, i);
        }
    }

    private static ClinicId newClinic() {
        String id = "aud" + UUID.randomUUID().toString().substring(0, 8);
        return new ClinicId(
                TestClinic.open(TestServer.running().database(), id, 1).id());
    }

    private void append(ClinicId to, int i) {
        audit.trail()
                .append(new AuditEntry(
                        to,
                        AT.plusSeconds(i),
                        new Actor.Caller(new CallId("call-" + i), Relationship.PARENT),
                        i % 2 == 0 ? AuditAction.VIEW_CHART : AuditAction.IDENTIFY,
                        Optional.of(i % 3 == 0 ? "33" : "" + i),
                        Optional.empty(),
                        AuditResult.DONE));
    }

    private void tamper(String... statements) throws Exception {
        var owner = TestServer.running().asOwner();
        try (Connection connection = DriverManager.getConnection(
                        owner.jdbcUrl(),
                        owner.user(),
                        owner.password().map(Secret::value).orElseThrow());
                Statement sql = connection.createStatement()) {
            // the owner alone may do this, and even the owner only in the open
            sql.execute("ALTER TABLE audit NO FORCE ROW LEVEL SECURITY");
            for (String statement : statements) {
                sql.execute(statement.replace("$ours", "'" + clinic + "'").replace("$theirs", "'" + other + "'"));
            }
            sql.execute("ALTER TABLE audit FORCE ROW LEVEL SECURITY");
        }
    }

    private Verdict verified(ClinicId of, Head... anchors) {
        return new ChainVerifier(audit.chains(), InstantSource.system()).verify(ChainName.of(of), List.of(anchors));
    }

    private Verdict broken(long position, Fault fault) {
        return new Verdict.Broken(ChainName.of(clinic), position, fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET chart = '34' WHERE clinic_id = $ours AND position = 3 | 3 | ALTERED",
                "UPDATE audit SET at = at + interval '1 microsecond' WHERE clinic_id = $ours AND position = 1 | 1 | ALTERED",
                "UPDATE audit SET relationship = 'self' WHERE clinic_id = $ours AND position = 6 | 6 | ALTERED",
                "UPDATE audit SET action = 'nonsense' WHERE clinic_id = $ours AND position = 2 | 2 | ALTERED",
                "UPDATE audit SET emr = 'another' WHERE clinic_id = $ours AND position = 2 | 2 | ALTERED",
                "UPDATE audit SET hash = set_byte(hash, 31, 255 - get_byte(hash, 31)) WHERE clinic_id = $ours"
                        + " AND position = 4 | 4 | ALTERED",
                "UPDATE audit SET previous = hash WHERE clinic_id = $ours AND position = 4 | 4 | ALTERED",
                "DELETE FROM audit WHERE clinic_id = $ours AND position = 1 | 1 | MISSING",
                "DELETE FROM audit WHERE clinic_id = $ours AND position = 4 | 4 | MISSING",
                "DELETE FROM audit WHERE clinic_id = $ours AND position > 4 | 5 | CUT_OFF",
                "UPDATE audit SET position = 9 - position WHERE clinic_id = $ours AND position IN (4, 5) | 4 | ALTERED",
                "UPDATE audit SET clinic_id = $theirs, position = 7 WHERE clinic_id = $ours AND position = 2 | 2 | MISSING"
            })
    void whatever_the_owner_changes_is_found_where_it_was_changed(String change, long position, Fault fault)
            throws Exception {
        assertEquals(ENTRIES, ((Verdict.Intact) verified(clinic)).entries());
        tamper(change);
        assertEquals(broken(position, fault), verified(clinic));
    }

    @Test
    void an_entry_moved_to_another_clinic_is_found_there_too() throws Exception {
        tamper(
                "UPDATE audit SET clinic_id = $theirs, at = at + interval '1 hour' WHERE clinic_id = $ours AND position = 2");
        assertEquals(broken(2, Fault.MISSING), verified(clinic));
        assertEquals(new Verdict.Broken(ChainName.of(other), 2, Fault.DOUBLE), verified(other));
    }

    @Test
    void a_tail_cut_off_with_the_head_of_its_chain_is_found_by_an_anchor() throws Exception {
        Head anchor = audit.chains().head(ChainName.of(clinic));
        tamper(
                "DELETE FROM audit WHERE clinic_id = $ours AND position > 4",
                "UPDATE chain_heads h SET position = 4, previous = a.previous, hash = a.hash FROM audit a"
                        + " WHERE h.chain = 'audit/' || $ours AND a.clinic_id = $ours AND a.position = 4");
        assertEquals(4, ((Verdict.Intact) verified(clinic)).entries());
        assertEquals(broken(5, Fault.CUT_OFF), verified(clinic, anchor));
    }

    private HttpResponse<String> get(String token, String what) {
        return Admin.send("GET", "/api/admin/audit" + what, null, Admin.bearer(token));
    }

    @Test
    void an_auditor_reads_page_by_page_what_they_ask_for_and_is_seen_reading() {
        String auditor = Admin.fullToken(Admin.user(Role.AUDITOR, clinic));
        JsonNode first = Admin.read(get(auditor, "?limit=2&patient=33&clinic=" + clinic));
        assertEquals("[7,6]", positions(first));
        assertEquals("read_audit", first.at("/items/0/action").asText());
        assertEquals("audit_trail", first.at("/items/0/information").asText());
        JsonNode entry = first.at("/items/1");
        assertEquals("2026-03-02T17:00:06.000000Z", entry.get("at").asText());
        assertEquals("call-6", entry.get("call").asText());
        assertEquals("parent", entry.get("relationship").asText());
        assertEquals("chart", entry.get("information").asText());
        assertEquals("33", entry.get("patient").asText());
        JsonNode second = Admin.read(get(
                auditor,
                "?limit=2&patient=33&clinic=" + clinic + "&after="
                        + first.get("next").asText()));
        assertEquals("[3]", positions(second));
        assertFalse(second.has("next"));

        assertEquals("[5]", positions(Admin.read(get(auditor, "?call=call-5&clinic=" + clinic))));
        assertEquals("[6,4,2]", positions(Admin.read(get(auditor, "?action=view_chart&clinic=" + clinic))));
        assertEquals(
                "[2]",
                positions(Admin.read(
                        get(auditor, "?from=2026-03-02T17:00:02Z&until=2026-03-02T17:00:03Z&clinic=" + clinic))));
        for (String wrong :
                List.of("", "?clinic=", "?clinic=" + clinic + "&action=x", "?clinic=" + clinic + "&from=x")) {
            assertEquals(422, get(auditor, wrong).statusCode(), wrong);
        }
        assertEquals(404, get(auditor, "?clinic=" + other).statusCode());
    }

    private static String positions(JsonNode page) {
        List<String> positions = new ArrayList<>();
        page.get("items").forEach(item -> positions.add(item.get("position").asText()));
        return "[" + String.join(",", positions) + "]";
    }

    @Test
    void verifying_over_http_names_the_bad_entry() throws Exception {
        String manager = Admin.fullToken(Admin.user(Role.CLINIC_MANAGER, clinic));
        JsonNode whole = Admin.read(get(manager, "/verify?clinic=" + clinic));
        assertTrue(whole.get("whole").asBoolean());
        assertEquals(ENTRIES + 1, whole.get("entries").asInt(), "itself included");
        tamper("UPDATE audit SET chart = '34' WHERE clinic_id = $ours AND position = 3");
        JsonNode broken = Admin.read(get(manager, "/verify?clinic=" + clinic));
        assertFalse(broken.get("whole").asBoolean());
        assertEquals(3, broken.get("position").asInt());
        assertEquals("altered", broken.get("fault").asText());
    }

    @Test
    void an_export_tells_all_of_one_patient_nothing_of_others_and_proves_its_place() throws Exception {
        String auditor = Admin.fullToken(Admin.user(Role.AUDITOR, clinic));
        HttpResponse<String> answer = get(auditor, "/export?patient=33&clinic=" + clinic);
        assertEquals(200, answer.statusCode());
        List<String> lines = answer.body().lines().toList();
        assertEquals(1 + 5 + 1, lines.size(), "a header, entries 3 to 7, the head");
        assertFalse(answer.body().contains("call-4") || answer.body().contains("\"patient\":\"5\""));
        Head head = audit.chains().head(ChainName.of(clinic));
        assertEquals(new ExportCheck.Result(Optional.of(head), 3, 7), ExportCheck.of(lines.stream()));
        assertEquals(List.of(head), AnchorLine.in(lines.stream()));

        for (int bad = 1; bad < lines.size(); bad++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(bad);
            assertTrue(ExportCheck.of(without.stream()).head().isEmpty(), "without line " + bad);
        }
        List<String> altered = new ArrayList<>(lines);
        altered.set(1, lines.get(1).replace("\"parent\"", "\"self\""));
        assertEquals(new ExportCheck.Result(Optional.empty(), 1, 2), ExportCheck.of(altered.stream()));
        assertTrue(ExportCheck.of(List.of("what is this").stream()).head().isEmpty());
        assertEquals(422, get(auditor, "/export?clinic=" + clinic).statusCode());
    }

    @Test
    void an_export_for_spreadsheets_has_the_same_entries_the_latest_first_and_no_formula() throws Exception {
        audit.trail()
                .append(new AuditEntry(
                        clinic,
                        AT.plusSeconds(60),
                        new Actor.Server("x"),
                        AuditAction.VIEW_CHART,
                        Optional.of("33"),
                        Optional.of("=HYPERLINK(\"http://x.test\")"),
                        AuditResult.DONE));
        String auditor = Admin.fullToken(Admin.user(Role.AUDITOR, clinic));
        HttpResponse<String> answer = get(auditor, "/export?patient=33&format=csv&clinic=" + clinic);
        assertEquals(
                "attachment; filename=audit.csv",
                answer.headers().firstValue("Content-Disposition").orElseThrow());
        List<String> lines = answer.body().lines().toList();
        assertEquals(
                "position at call relationship job user session action patient subject result emr information",
                lines.get(0).replace("\"", "").replace(",", " "));
        assertEquals(
                List.of("8", "7", "6", "3"),
                lines.stream()
                        .skip(1)
                        .map(line -> line.substring(1, line.indexOf('"', 1)))
                        .toList(),
                "this export itself comes first");
        assertTrue(lines.get(2).contains("\"'=HYPERLINK(\"\"http://x.test\"\")\""), lines.get(2));
        assertTrue(
                lines.get(4).startsWith("\"3\",\"2026-03-02T17:00:03.000000Z\",\"call-3\",\"parent\"")
                        && lines.get(4).endsWith("\"identity\""),
                lines.get(4));
        assertEquals(
                1,
                get(auditor, "/export?patient=33&format=csv&emr=elsewhere&clinic=" + clinic)
                        .body()
                        .lines()
                        .count());
        assertEquals(
                422,
                get(auditor, "/export?patient=33&format=xls&clinic=" + clinic).statusCode());
    }

    @Test
    void a_patient_of_whom_nothing_is_known_has_an_export_that_says_so() {
        String auditor = Admin.fullToken(Admin.user(Role.AUDITOR, clinic));
        String body = get(auditor, "/export?patient=33&emr=oscar-elsewhere&clinic=" + clinic)
                .body();
        assertEquals(0, ExportCheck.of(body.lines()).entries());
        assertTrue(ExportCheck.of(body.lines()).head().isPresent());
    }

    private String run(int status, String... arguments) throws Exception {
        var application = TestServer.running().asApplication();
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "DATABASE_URL",
                application.jdbcUrl() + "?user=" + application.user() + "&password="
                        + application.password().map(Secret::value).orElseThrow());
        environment.put("VITARAVOX_WEBHOOK_SECRET", TestServer.SECRET);
        environment.put("VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET);
        environment.put("VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS);
        try (ChildProcess process = ChildProcess.run(Main.class, environment, arguments)) {
            String output = String.join("\n", process.rest());
            assertEquals(status, process.exitCode(), output);
            return output;
        }
    }

    @Test
    void the_commands_anchor_verify_and_export() throws Exception {
        Path anchors = folder.resolve("anchors.txt");
        Path file = folder.resolve("patient.jsonl");
        run(0, "audit", "anchor", "--file", anchors.toString());
        assertTrue(Files.readString(anchors).contains("chain=audit/" + clinic + " position=6 "));

        run(0, "audit", "export", "--clinic", clinic.value(), "--patient", "33", "--file", file.toString());
        assertTrue(run(0, "audit", "check", file.toString()).startsWith("Whole, 3 entries"));
        run(1, "audit", "export", "--clinic", clinic.value(), "--patient", "33", "--file", file.toString());
        Path table = folder.resolve("patient.csv");
        run(0, "audit", "export", "--clinic", clinic.value(), "--patient", "33", "--csv", "--file", table.toString());
        assertEquals(5, Files.readAllLines(table).size(), "names, entries 3 and 6, and both exports");

        String[] verify = {"audit", "verify", "--clinic", clinic.value(), "--anchors", anchors.toString()};
        assertTrue(run(0, verify).contains("whole, 8 entries, 0 more sealed, 1 anchors agree"));
        tamper("DELETE FROM audit WHERE clinic_id = $ours AND position = 5");
        assertTrue(run(1, verify).contains("BROKEN at entry 5: it is missing"));
        assertTrue(run(1, "audit", "verify", "--clinic", "nowhere").contains("has no trail"));
    }

    @Test
    void what_is_too_old_is_told_first_and_removed_when_asked_twice() throws Exception {
        ClinicId old = newClinic();
        Instant longAgo = Instant.parse("2012-02-03T17:00:00Z");
        audit.trail()
                .append(new AuditEntry(
                        old,
                        longAgo,
                        new Actor.Server("x"),
                        AuditAction.VIEW_CHART,
                        Optional.of("1"),
                        Optional.empty(),
                        AuditResult.DONE));
        append(old, 1);
        assertTrue(run(0, "retention", "run").contains("audit/" + old + " 2012-02: entries 1 to 1"));
        assertEquals(2, ((Verdict.Intact) verified(old)).entries());
        assertTrue(run(0, "retention", "run", "--yes").endsWith("Removed."));
        Verdict.Intact after = (Verdict.Intact) verified(old);
        assertEquals(2, after.entries(), "the younger one, and what says that the other left");
        assertEquals(1, after.retired());
    }
}
