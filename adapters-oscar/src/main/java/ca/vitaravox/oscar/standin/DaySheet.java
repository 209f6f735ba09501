package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A provider's day. Open-O: a bare list with durations; classic: an object, without them (measured). */
final class DaySheet {
    private static final List<String> OPEN_O_ONLY = List.of("duration", "type", "notes");

    private final Office office;

    DaySheet(Office office) {
        this.office = office;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.DAY,
                call -> sheet(call, call.path("provider")),
                Endpoint.OWN_DAY,
                call -> sheet(call, office.caller(call).number()));
    }

    private Reply sheet(Call call, String provider) {
        office.callerWho('r', "_demographic", call);
        String asked = call.path("date");
        LocalDate date = asked.equals("today")
                ? office.time().today()
                : LenientDates.date(asked).orElseThrow(office::broken);
        ArrayNode rows = Json.list(office
                .tables()
                .appointments()
                .where(row -> row.provider().equals(provider) && row.date().equals(date) && row.isOnDaySheet())
                .stream()
                .sorted(Comparator.comparing(AppointmentRow::startTime))
                .map(this::shown)
                .toList());
        if (!office.line().isClassic()) {
            return office.replies().json(rows);
        }
        return office.replies()
                .json(Json.object()
                        .put("template", "patientlist/patientList1.jsp")
                        .set("patients", rows));
    }

    private ObjectNode shown(AppointmentRow row) {
        ObjectNode json = Json.object()
                .put("demographicNo", row.patient())
                .put("appointmentNo", row.number())
                .put("name", name(row))
                .put("status", row.status())
                .put("startTime", office.time().daySheet(row.start()))
                .put("reason", row.details().reason())
                .put("duration", duration(row))
                .put("type", row.details().type())
                .put("notes", row.details().notes())
                .put("date", office.time().millis(row.start()));
        return office.line().isClassic() ? json.remove(OPEN_O_ONLY) : json;
    }

    private String name(AppointmentRow row) {
        return office.tables()
                .demographics()
                .find(row.patient())
                .map(DemographicRow::name)
                .orElse(row.details().name());
    }

    /** From the first to the last minute, which is one less than it takes; empty if it ends before it begins. */
    private static String duration(AppointmentRow row) {
        Duration length = Duration.of(row.startTime().until(row.endTime(), ChronoUnit.MINUTES), ChronoUnit.MINUTES);
        if (length.isNegative() || length.isZero()) {
            return "";
        }
        String hours = length.toHours() > 0 ? length.toHours() + "H " : "";
        return hours + (length.toMinutesPart() > 0 ? length.toMinutesPart() + "m " : "");
    }
}
