package ca.vitaravox.server.waitlist;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Those who wait, as JSON. */
final class WaitingShape {
    private WaitingShape() {}

    static ObjectNode of(Waiting waiting) {
        WaitlistEntry entry = waiting.entry();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.id().value())
                .put("kind", Words.word(entry.kind()))
                .put("firstName", entry.person().name().first())
                .put("lastName", entry.person().name().last())
                .put("phone", entry.person().phone().e164());
        entry.person().patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        shape.put("visitType", entry.wish().visitType().value())
                .put("partOfDay", Words.word(entry.wish().partOfDay()));
        entry.wish().provider().map(ProviderId::value).ifPresent(id -> shape.put("providerId", id));
        entry.wish().weekdays().stream().sorted().map(Words::word).forEach(shape.putArray("weekdays")::add);
        shape.put("priority", Words.word(entry.priority()))
                .put("since", entry.since().toString())
                .put("until", entry.until().toString())
                .put("language", entry.language().code())
                .put("offered", waiting.asked());
        entry.instead()
                .ifPresent(instead -> shape.putObject("instead")
                        .put("appointmentId", instead.appointment().value())
                        .put("start", instead.start().toString()));
        entry.notes().ifPresent(notes -> shape.put("notes", notes));
        return shape;
    }
}
