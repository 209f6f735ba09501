package ca.vitaravox.server.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.ProviderDays.Closed;
import ca.vitaravox.ports.booking.ProviderDays.Day;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A provider's day as JSON.
 *
 * @param closures those of the clinic, in the order in which its days off are told
 * @param people whether it tells of which patients appointments and holds are
 */
record WeekShape(List<Closure> closures, boolean people) {
    ObjectNode of(Day day) {
        ObjectNode shape =
                JsonNodeFactory.instance.objectNode().put("day", day.day().toString());
        ArrayNode closed = shape.putArray("closed");
        day.closed().forEach(each -> put(closed.addObject(), each));
        ArrayNode working = shape.putArray("working");
        day.working().forEach(time -> put(working.addObject(), time));
        ArrayNode appointments = shape.putArray("appointments");
        day.appointments().forEach(each -> put(appointments.addObject(), day, each));
        ArrayNode holds = shape.putArray("holds");
        day.blocks().forEach(each -> put(holds.addObject(), day, each));
        ArrayNode openings = shape.putArray("openings");
        day.openings().forEach(time -> put(openings.addObject(), time));
        ArrayNode missing = shape.putArray("missing");
        day.missing().stream().sorted().map(Words::word).forEach(missing::add);
        return shape;
    }

    private static ObjectNode put(ObjectNode shape, TimeRange time) {
        return shape.put("start", time.start().toString()).put("end", time.end().toString());
    }

    private void put(ObjectNode shape, Closed closed) {
        put(shape, closed.time()).put("reason", closed.reason()).put("wholeDay", closed.wholeDay());
        shape.put("of", closed.closure().map(WeekShape::whose).orElse("holiday"));
        closed.closure()
                .ifPresent(closure -> shape.put("closure", closures.indexOf(closure))
                        .put("oneDay", closure.first().equals(closure.last())));
    }

    private static String whose(Closure closure) {
        return closure.provider().isPresent() ? "provider" : "clinic";
    }

    private void put(ObjectNode shape, Day day, Appointment appointment) {
        put(shape, appointment.time())
                .put("id", appointment.id().value())
                .put("type", appointment.emrType())
                .put("status", Words.word(appointment.status()))
                .put("blocked", appointment.patient().isEmpty())
                .put("byAssistant", appointment.reference().isPresent())
                .put("inClosedTime", day.closes(appointment.time()));
        patient(shape, appointment.patient());
        appointment.name().filter(name -> people).ifPresent(name -> shape.put("name", name));
    }

    private void put(ObjectNode shape, Day day, Block block) {
        put(shape, block.time())
                .put("visitType", block.visitType().value())
                .put("state", block.held() ? "held" : "being_booked")
                .put("callId", block.call().value())
                .put("inClosedTime", day.closes(block.time()));
        patient(shape, block.patient());
    }

    private void patient(ObjectNode shape, Optional<PatientId> patient) {
        patient.filter(who -> people).ifPresent(who -> shape.put("patientId", who.value()));
    }
}
