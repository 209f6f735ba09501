package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How appointments appear in answers. Thread-safe. */
final class AppointmentShape {
    private AppointmentShape() {}

    /** The appointment, as far as its patient may be told. */
    static ObjectNode of(PatientAppointment appointment) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("appointment_id", appointment.id().value())
                .put("date", appointment.start().toLocalDate().toString())
                .put("time", SlotShape.TIME.format(appointment.start()))
                .put("duration_minutes", (int) appointment.length().toMinutes());
        appointment
                .visitType()
                .ifPresent(type -> shape.put("visit_type", type.code().value()));
        appointment.provider().ifPresent(provider -> shape.set("provider", ProviderShape.of(provider)));
        return shape;
    }

    /** {@code Tuesday, September 15 at 9:30 AM with Doctor Mara Wexford}. */
    static String say(PatientAppointment appointment, Voice voice) {
        return say(appointment, voice.moment(appointment.start()), voice);
    }

    /** The same for a time that is already in words. */
    static String say(PatientAppointment appointment, String when, Voice voice) {
        return appointment
                .provider()
                .map(provider -> voice.say(Phrase.WITH_PROVIDER, when, ProviderShape.name(provider)))
                .orElse(when);
    }
}
