package ca.vitaravox.vapi.waitlist;

import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.Waitlist.ForCaller;
import ca.vitaravox.vapi.booking.SlotShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** A tool that identifies patients, and tells whoever it identified of the opening that is offered to them. */
final class TellingOfOpenings implements Tool {
    private static final String PATIENT = "patient_id";
    private static final Set<String> WRITTEN_ANEW = Set.of("success", "say", "next");

    private final Tool tool;
    private final Waitlist waitlist;

    TellingOfOpenings(Tool tool, Waitlist waitlist) {
        this.tool = tool;
        this.waitlist = waitlist;
    }

    @Override
    public String name() {
        return tool.name();
    }

    @Override
    public ToolResult run(ToolInput input) {
        ToolResult result = tool.run(input);
        JsonNode patient = result.body().path(PATIENT);
        if (!result.success() || !patient.isTextual()) {
            return result;
        }
        return waitlist.onTheLine(input.call(), new PatientId(patient.textValue()))
                .flatMap(opening -> with(result, opening, input.voice()))
                .orElse(result);
    }

    @Override
    public Optional<ToolResult> withoutClinic(ObjectNode arguments, Voice voice) {
        return tool.withoutClinic(arguments, voice);
    }

    /** The answer with the opening; empty if that is too long. */
    private static Optional<ToolResult> with(ToolResult result, ForCaller opening, Voice voice) {
        ObjectNode before = result.body();
        String say = voice.say(Phrase.WAITLIST_OPENING, SlotShape.say(opening.slot(), voice));
        Draft draft = Draft.success(before.path("say").textValue() + " " + say).next(Next.OFFER_SLOTS);
        before.properties().stream()
                .filter(field -> !WRITTEN_ANEW.contains(field.getKey()))
                .forEach(field -> draft.with(field.getKey(), field.getValue()));
        return draft.with("waitlist_opening", shape(opening)).ifShort();
    }

    private static ObjectNode shape(ForCaller opening) {
        ObjectNode shape = SlotShape.of(opening.slot());
        if (!opening.toldWhatFor()) {
            shape.remove("visit_type");
        }
        opening.instead().ifPresent(appointment -> shape.put("appointment_id", appointment.value()));
        return shape;
    }
}
