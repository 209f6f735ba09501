package ca.vitaravox.vapi.tool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.waitlist.Waitlist;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One argument of one tool tried with a value, everything else being as it should. */
final class ArgumentTrial {
    /** What each tool must be told, as it is said; whatever an argument needs beside it. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("first_name", "Robin"),
            Map.entry("last_name", "Castellan"),
            Map.entry("date_of_birth", "1985-03-15"),
            Map.entry("sex", "female"),
            Map.entry("phone", "6045550143"),
            Map.entry("patient_id", "5"),
            Map.entry("slot_id", "k3v9x2m7qp"),
            Map.entry("appointment_id", "7"),
            Map.entry("kind", "earlier_appointment"),
            Map.entry("reason", "billing"),
            Map.entry("intent", "book"),
            Map.entry("outcome", "booked"));

    private final TestDesk desk = new TestDesk();

    /** Everything behind the tools answers. */
    ArgumentTrial() {
        desk.lookup = new LookupResult.NotFound();
        desk.details = new DetailsResult.NotVerified();
        desk.providers = new ProviderList.Listing(List.of(), false);
        desk.registration = new Registration.Result.ConsentRequired();
        desk.openings = new OpeningSearch.Result.Nothing(List.of());
        desk.appointments = new AppointmentList.Result.NotVerified();
        desk.booking = new Booking.Result.SlotUnknown();
        desk.moving = new Moving.Result.AppointmentNotFound();
        desk.cancellation = new Cancellation.Result.AppointmentNotFound();
        desk.waitlist = new Waitlist.Result.Disabled();
        desk.transfer = new CallTransfer.Result.NumberNeeded();
    }

    /** Each argument of each tool, with its tool. */
    static Stream<Arguments> all() {
        return Catalogue.load().declared().stream()
                .flatMap(tool -> tool.names().stream().map(name -> Arguments.of(tool, name)));
    }

    /** Its answer in English. */
    ToolResult run(Declared tool, String name, JsonNode value) {
        return run(tool, name, value, Language.ENGLISH);
    }

    private ToolResult run(Declared tool, String name, JsonNode value, Language language) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        tool.required().forEach(needed -> arguments.put(needed, NEEDED.get(needed)));
        if (tool.spec().name().equals("add_to_waitlist")) {
            arguments.put("first_name", "Robin").put("last_name", "Castellan");
        }
        tool.unless().forEach((other, unless) -> {
            if (other.equals(name)) {
                arguments.remove(unless);
            }
        });
        arguments.set(name, value);
        desk.asked = null;
        return desk.toolbox.run(tool.spec(), TestDesk.context(language), arguments);
    }

    /** Whether it is refused for that argument. */
    static boolean isAbout(ToolResult result, String name) {
        return result.code().equals(Optional.of(Code.INVALID_ARGUMENT))
                && result.body().path("field").asText().equals(name);
    }

    /** Nothing is wrong with that value. */
    void assertAccepted(Declared tool, String name, JsonNode value) {
        ToolResult result = run(tool, name, value);
        assertFalse(isAbout(result, name), () -> name + " " + value + " " + result.json());
    }

    /** In every language the answer names the argument and tells what is wanted of it, and nobody was asked anything. */
    void assertRefused(Declared tool, String name, JsonNode value, String hint) {
        for (Language language : Language.values()) {
            ToolResult result = run(tool, name, value, language);
            assertTrue(isAbout(result, name), () -> name + " " + value + " " + result.json());
            String told = result.body().path("hint").asText();
            assertTrue(told.startsWith(name), result.json());
            assertTrue(told.contains(hint), result.json());
            Answers.assertSpeakable(result);
            assertNull(desk.asked, "nothing may be asked of anybody");
        }
    }
}
