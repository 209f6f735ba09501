package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The shapes in which OSCAR shows an appointment. Three of them, with three kinds of times (measured). */
final class AppointmentJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Office office;

    AppointmentJson(Office office) {
        this.office = office;
    }

    /**
     * As every read but the day sheet has it: times as texts, the date as milliseconds of midnight. Classic writes the
     * date as {@code yyyy-MM-dd} (read: Jackson 1 writes {@code java.sql.Date} so; not measured).
     */
    ObjectNode read(AppointmentRow row) {
        ObjectNode json = begun(row);
        if (office.line().isClassic()) {
            json.put("appointmentDate", row.date().toString());
        } else {
            json.put("appointmentDate", office.time().midnight(row.date()));
        }
        json.put("startTime", TIME.format(row.startTime())).put("endTime", TIME.format(row.endTime()));
        return finished(json, row)
                .put("createDateTime", OscarTime.stored(row.changes().created()))
                .put("updateDateTime", OscarTime.stored(row.changes().updated()));
    }

    /** As booking answers it: every time in milliseconds, and texts as long as they were sent. */
    ObjectNode booked(AppointmentRow row, LocalDateTime end) {
        ObjectNode json = begun(row)
                .put("appointmentDate", office.time().millis(row.start()))
                .put("startTime", office.time().millis(row.start()))
                .put("endTime", office.time().millis(end));
        return finished(json, row)
                .put("createDateTime", row.changes().created().toEpochMilli())
                .put("updateDateTime", row.changes().updated().toEpochMilli());
    }

    /** As lists of a provider's appointments have it: without any time of day, changed in seconds. */
    ObjectNode timeless(AppointmentRow row) {
        return Json.object()
                .put("appointmentNo", row.number())
                .put("providerNo", row.provider())
                .put("appointmentDate", office.time().midnight(row.date()))
                .put("demographicNo", row.patient())
                .put("notes", row.details().notes())
                .put("location", row.details().location())
                .put("resources", row.details().resources())
                .put("status", row.status())
                .put("lastUpdateUser", row.changes().lastBy())
                .put("updateDatetime", row.changes().updated().getEpochSecond())
                .put("name", row.details().name());
    }

    private static ObjectNode begun(AppointmentRow row) {
        ObjectNode json = Json.object().put("id", row.number()).put("providerNo", row.provider());
        json.putNull("appointmentDate").putNull("startTime").putNull("endTime");
        return json.put("name", row.details().name())
                .put("demographicNo", row.patient())
                .put("programId", 0);
    }

    private static ObjectNode finished(ObjectNode json, AppointmentRow row) {
        AppointmentRow.Details details = row.details();
        json.put("notes", details.notes())
                .put("reason", details.reason())
                .put("location", details.location())
                .put("resources", details.resources())
                .put("type", details.type())
                .put("style", details.style())
                .put("billing", details.style())
                .put("status", row.status())
                .putNull("importedStatus")
                .putNull("createDateTime")
                .putNull("updateDateTime")
                .put("creator", row.changes().by())
                .put("lastUpdateUser", row.changes().lastBy())
                .put("remarks", "")
                .put("urgency", details.urgency())
                .putNull("creatorSecurityId")
                .putNull("bookingSource")
                .put("reasonCode", details.reasonCode());
        return json.putNull("demographic").putNull("provider").putNull("billingDetail");
    }
}
