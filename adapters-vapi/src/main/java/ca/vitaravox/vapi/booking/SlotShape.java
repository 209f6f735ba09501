package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How offered slots appear in answers. Thread-safe. */
public final class SlotShape {
    /** The field {@code time}, in every language. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SlotShape() {}

    /** The slot that these arguments name; empty if it cannot be one of ours. */
    static Optional<SlotId> named(Arguments arguments) {
        return arguments.id("slot_id", text -> new SlotId(text.toLowerCase(Locale.ROOT)));
    }

    /** The slots, each with what to say about it. */
    static ArrayNode of(List<BookableSlot> slots, Voice voice) {
        ArrayNode shapes = JsonNodeFactory.instance.arrayNode();
        slots.forEach(slot -> shapes.add(of(slot).put("say", say(slot, voice))));
        return shapes;
    }

    /** The slot, where the answer itself says what there is to say about it. */
    public static ObjectNode of(BookableSlot slot) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("slot_id", slot.id().value())
                .put("date", slot.start().toLocalDate().toString())
                .put("time", TIME.format(slot.start()))
                .put("duration_minutes", (int) slot.visitType().length().toMinutes())
                .put("visit_type", slot.visitType().code().value());
        shape.set("provider", ProviderShape.of(slot.provider()));
        return shape;
    }

    /** {@code Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford}. */
    public static String say(BookableSlot slot, Voice voice) {
        return voice.say(Phrase.WITH_PROVIDER, voice.moment(slot.start()), ProviderShape.name(slot.provider()));
    }
}
