package ca.vitaravox.vapi.simulation;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tool answered. Times are as the clinic's clock shows them, in no zone.
 *
 * @param body the answer
 */
record Heard(JsonNode body) {
    boolean isSuccess() {
        return body.path("success").asBoolean();
    }

    boolean isAlready() {
        return body.path("already").asBoolean();
    }

    /** What is refused; blank if nothing is. */
    String code() {
        return body.path("code").asText();
    }

    String text(String field) {
        return body.path(field).asText();
    }

    boolean has(String field) {
        return body.has(field);
    }

    /** An answer that this tool does not give. */
    AssertionError unexpected() {
        return new AssertionError("nobody expects " + body);
    }

    PatientAppointment appointment(String field) {
        return appointment(body.path(field));
    }

    List<PatientAppointment> appointments() {
        return body.path("appointments").valueStream().map(Heard::appointment).toList();
    }

    List<BookableSlot> slots(String field) {
        return body.path(field).valueStream().map(Heard::slot).toList();
    }

    private static PatientAppointment appointment(JsonNode shape) {
        return new PatientAppointment(
                new AppointmentId(shape.path("appointment_id").asText()),
                Optional.of(shape.path("provider")).filter(JsonNode::isObject).map(Heard::provider),
                Optional.of(shape).filter(each -> each.has("visit_type")).map(Heard::visitType),
                start(shape),
                length(shape),
                AppointmentStatus.valueOf(shape.path("status").asText("booked").toUpperCase(Locale.ROOT)));
    }

    private static BookableSlot slot(JsonNode shape) {
        return new BookableSlot(
                new SlotId(shape.path("slot_id").asText()),
                provider(shape.path("provider")),
                visitType(shape),
                start(shape));
    }

    private static Provider provider(JsonNode shape) {
        ProviderId id = new ProviderId(shape.path("provider_id").asText());
        return new Provider(id, shape.path("display_name").asText(), Optional.empty(), true, true);
    }

    private static VisitType visitType(JsonNode shape) {
        String code = shape.path("visit_type").asText();
        return new VisitType(new VisitTypeCode(code), length(shape), Map.of(), Set.of(), code);
    }

    private static ZonedDateTime start(JsonNode shape) {
        return LocalDateTime.parse(
                        shape.path("date").asText() + "T" + shape.path("time").asText())
                .atZone(ZoneOffset.UTC);
    }

    private static Duration length(JsonNode shape) {
        return Duration.ofMinutes(shape.path("duration_minutes").asInt());
    }
}
