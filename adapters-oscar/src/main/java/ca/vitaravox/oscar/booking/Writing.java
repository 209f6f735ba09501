package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.oscar.rest.WriteReply;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something to be written into OSCAR's schedule.
 *
 * @param request how OSCAR is told
 * @param status what the appointment has to have become in OSCAR's answer
 */
record Writing(OscarRequest request, AppointmentStatus status) {
    /** A booking; empty for one that OSCAR cannot be told of. OSCAR takes anything else, whatever it collides with. */
    static Optional<Writing> booking(NewAppointment wanted, Zones zones) {
        LocalDateTime start = zones.onOscarsWall(wanted.time().start());
        boolean number =
                OscarAppointments.NUMBER.matcher(wanted.patient().value()).matches();
        if (!number || !start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            return Optional.empty();
        }
        ObjectNode appointment = OscarJson.object()
                .put("providerNo", wanted.provider().value())
                .put("appointmentDate", start.toLocalDate().toString())
                .put("startTime", start.toLocalTime().toString())
                .put("duration", wanted.time().length().toMinutes())
                .put("demographicNo", Integer.parseInt(wanted.patient().value()))
                .put("status", StatusLetter.NEW)
                .put("type", AppointmentText.type(wanted))
                .put("reason", AppointmentText.reason(wanted))
                .put("notes", AppointmentText.notes(wanted))
                .put("location", "")
                .put("resources", "")
                .put("urgency", "");
        return Optional.of(new Writing(OscarRequest.post("/schedule/add", appointment), AppointmentStatus.BOOKED));
    }

    /** A cancellation; empty for an appointment that cannot be there. Nothing is deleted. */
    static Optional<Writing> cancellation(AppointmentId appointment) {
        if (!OscarAppointments.NUMBER.matcher(appointment.value()).matches()) {
            return Optional.empty();
        }
        OscarRequest request = OscarRequest.post(
                "/schedule/appointment/" + appointment + "/updateStatus",
                OscarJson.object().put("status", StatusLetter.CANCELLED));
        return Optional.of(new Writing(request, AppointmentStatus.CANCELLED));
    }

    /** Written is only what OSCAR says, with its number, and as it was told. */
    WriteResult by(OscarLink link, Deadline deadline) {
        WriteReply reply = link.write(request, deadline);
        if (reply instanceof WriteReply.NotDone not) {
            return new WriteResult.NotWritten(not.why());
        }
        if (reply instanceof WriteReply.Unsure unsure) {
            return new WriteResult.Unknown(unsure.why());
        }
        JsonNode row = ((WriteReply.Done) reply).answer().path("appointment");
        return Optional.of(OscarJson.text(row, "id"))
                .filter(id -> OscarAppointments.NUMBER.matcher(id).matches())
                .filter(id -> StatusLetter.status(OscarJson.text(row, "status")) == status)
                .<WriteResult>map(id -> new WriteResult.Written(new AppointmentId(id)))
                .orElseGet(() -> new WriteResult.Unknown("OSCAR's answer does not say what it wrote"));
    }
}
