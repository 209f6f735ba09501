package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.AppointmentRow.Changes;
import ca.vitaravox.oscar.standin.AppointmentRow.Details;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Booking, which checks nothing: no overlap, no schedule, no provider, no status, no past (measured). The end is one
 * minute before the next may begin.
 */
final class Bookings {
    private static final Set<String> FIELDS = Set.of(
            "providerNo",
            "appointmentDate",
            "startTime",
            "startTime12hWithMedian",
            "duration",
            "demographicNo",
            "status",
            "type",
            "reason",
            "reasonCode",
            "notes",
            "location",
            "resources",
            "urgency",
            "name");

    private final Office office;
    private final AppointmentJson json;

    Bookings(Office office) {
        this.office = office;
        this.json = new AppointmentJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(Endpoint.ADD, this::add);
    }

    private Reply add(Call call) {
        if (!call.body().properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))) {
            throw new Refused(office.replies().unreadable());
        }
        ProviderRow caller = office.callerWho('w', "_appointment", call);
        DemographicRow patient = office.tables()
                .demographics()
                .find(call.body().path("demographicNo").asInt())
                .orElseThrow(office::broken);
        LocalDateTime start = office.time()
                .real(LenientDates.dateTime(
                                call.text("appointmentDate"),
                                call.text("startTime"),
                                call.text("startTime12hWithMedian"))
                        .orElseThrow(office::broken));
        LocalDateTime end = start.plusMinutes(call.body().path("duration").asInt() - 1L);
        AppointmentRow written = office.tables()
                .appointments()
                .insert(number -> row(number, call, patient, caller, start, end).stored());
        AppointmentRow shown = row(written.number(), call, patient, caller, start, end);
        return office.replies().json(Json.scheduling("appointment", json.booked(shown, end)));
    }

    private AppointmentRow row(
            int number, Call call, DemographicRow patient, ProviderRow caller, LocalDateTime start, LocalDateTime end) {
        Instant now = office.time().now();
        return new AppointmentRow(
                number,
                call.text("providerNo"),
                start.toLocalDate(),
                start.toLocalTime(),
                end.toLocalTime(),
                patient.number(),
                details(call, patient),
                call.text("status"),
                new Changes(now, now, caller.number(), caller.number()));
    }

    private static Details details(Call call, DemographicRow patient) {
        ObjectNode body = call.body();
        return new Details(
                patient.name(),
                call.text("notes"),
                call.text("reason"),
                call.text("location"),
                call.text("resources"),
                Objects.requireNonNullElse(call.text("type"), ""),
                call.text("urgency"),
                null,
                body.hasNonNull("reasonCode")
                        ? Integer.valueOf(body.get("reasonCode").asInt())
                        : null);
    }
}
