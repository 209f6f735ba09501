package ca.vitaravox.vapi.booking;

import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.vapi.DeskTools;
import ca.vitaravox.vapi.tool.TestDesk;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many appointments to come a caller gets by the tools, where the clinic says how many. */
class FutureAppointmentsTest {
    private final Reception reception = new Reception();
    private final Toolbox tools = DeskTools.over(reception.desk, reception.desk.booking(), reception.now::get);

    private JsonNode run(String tool, String arguments) {
        return tools.run(tools.spec(tool).orElseThrow(), reception.call("call"), TestDesk.json(arguments))
                .body();
    }

    /** The tool's answer to somebody for whom staff have booked so many. */
    private JsonNode bookedBeside(int others, int most) {
        reception.policy(new BookingPolicy(15, Duration.ofHours(2), Duration.ofHours(24), 60, most));
        reception.identified("call", ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
        for (int i = 1; i <= others; i++) {
            reception.staffBook(WEXFORD, ROBIN, MONDAY.plusDays(20 + i), "09:00", 15);
        }
        String slot = run("find_earliest_appointment", "{'patient_id':'" + ROBIN + "'}")
                .at("/slots/0/slot_id")
                .asText();
        return run("create_appointment", "{'slot_id':'" + slot + "','patient_id':'" + ROBIN + "'}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void the_last_that_the_clinic_allows_is_booked(int most) {
        JsonNode answer = bookedBeside(most - 1, most);
        assertTrue(answer.path("success").asBoolean(), answer.toString());
        assertEquals(most, reception.live());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void one_more_is_refused_with_the_limit_and_goes_to_staff(int most) {
        JsonNode answer = bookedBeside(most, most);
        assertEquals("LIMIT_REACHED", answer.path("code").asText());
        assertEquals(most, answer.path("limit").asInt());
        assertEquals("transfer_to_staff", answer.path("next").asText());
        assertEquals(most, reception.live());
    }
}
