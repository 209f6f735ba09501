package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How offered slots appear in answers. Thread-safe. */
final class SlotShape {
    /** The field {@code time}, in every language. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SlotShape() {}

    /** The slots, each with what to say about it. */
    static ArrayNode of(List<BookableSlot> slots, Voice voice) {
        ArrayNode shapes = JsonNodeFactory.instance.arrayNode();
        for (BookableSlot slot : slots) {
            ObjectNode shape = shapes.addObject();
            shape.put("slot_id", slot.id().value());
            shape.put("date", slot.start().toLocalDate().toString());
            shape.put("time", TIME.format(slot.start()));
            shape.put("duration_minutes", (int) slot.visitType().length().toMinutes());
            shape.put("visit_type", slot.visitType().code().value());
            shape.set("provider", ProviderShape.of(slot.provider()));
            shape.put("say", say(slot, voice));
        }
        return shapes;
    }

    /** {@code Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford}. */
    static String say(BookableSlot slot, Voice voice) {
        return voice.say(Phrase.WITH_PROVIDER, voice.moment(slot.start()), ProviderShape.name(slot.provider()));
    }
}
