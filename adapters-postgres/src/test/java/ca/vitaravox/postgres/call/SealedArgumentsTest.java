package ca.vitaravox.postgres.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.ToolArgument;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SealedSecrets.Sealed;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tool calls were called with, as it is kept. */
class SealedArgumentsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final ToolArgument NAME = new ToolArgument("first_name", "Robin", false);
    private final CallId call = Fresh.call();
    private CallLog log;
    private ClinicId clinic;

    @BeforeEach
    void open() {
        log = POSTGRES.database().callLog(new OpenEnvelope());
        clinic = POSTGRES.newClinic();
    }

    private void toolCall(CallId in, String id) {
        log.add(
                clinic,
                in,
                Optional.empty(),
                new ToolCall(
                        id,
                        "search_patient",
                        TestDatabase.NOW,
                        Duration.ofMillis(5),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(NAME),
                        List.of()));
    }

    private List<ToolArgument> arguments(CallId in) {
        return log.call(clinic, in).orElseThrow().toolCalls().get(0).arguments();
    }

    @Test
    void they_are_sealed_for_their_tool_call_and_open_at_no_other() throws SQLException {
        CallId other = Fresh.call();
        toolCall(call, "t");
        toolCall(other, "t");
        assertEquals(List.of(NAME), arguments(call));
        POSTGRES.administer("""
                UPDATE tool_calls SET arguments = (SELECT arguments FROM tool_calls WHERE call_id = '%s')
                 WHERE call_id = '%s'
                """.formatted(other, call));
        assertEquals(List.of(), arguments(call), "and the rest of the call is shown");
        assertEquals(List.of(NAME), arguments(other));
    }

    @Test
    void all_are_found_page_by_page_and_replaced_unless_they_changed() {
        SealedSecrets secrets = POSTGRES.database().staff().arguments();
        for (String id : List.of("b", "a/1", "ü")) {
            toolCall(call, id);
            toolCall(Fresh.call(), id);
        }
        for (int most : List.of(1, 4, 1_000)) {
            assertEquals(6, ofThisClinic(secrets, most));
        }
        Sealed one = secrets.page(Optional.empty(), 1_000).stream()
                .filter(each -> each.place().equals(SealedArguments.place(clinic, call, "a/1")))
                .findFirst()
                .orElseThrow();
        String anew = new OpenEnvelope().seal(one.place(), "[]");
        assertTrue(secrets.replace(one, anew));
        assertFalse(secrets.replace(one, anew), "it changed meanwhile");
    }

    private long ofThisClinic(SealedSecrets secrets, int most) {
        List<Sealed> all = new ArrayList<>();
        List<Sealed> page = secrets.page(Optional.empty(), most);
        while (!page.isEmpty()) {
            assertTrue(page.size() <= most);
            all.addAll(page);
            SecretPlace last = page.get(page.size() - 1).place();
            page = secrets.page(Optional.of(last), most);
        }
        return all.stream()
                .filter(each -> each.place().owner().equals("clinic/" + clinic))
                .distinct()
                .count();
    }
}
