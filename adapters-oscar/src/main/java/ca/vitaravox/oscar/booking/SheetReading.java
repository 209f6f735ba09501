package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.clinic.ProviderId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request for a provider's appointments: a month of them, or the sheet of a day.
 *
 * @param provider whose
 * @param day the day, or one of the month
 * @param month whether it is the whole month
 */
record SheetReading(ProviderId provider, LocalDate day, boolean month) {
    /** OSCAR counts months from 0, and takes a day in this one form, or wrongly. */
    OscarRequest request() {
        String whose = OscarRequest.part(provider.value());
        YearMonth whole = YearMonth.from(day);
        return OscarRequest.get(
                month
                        ? "/schedule/fetchMonthly/" + whose + "/" + whole.getYear() + "/" + (whole.getMonthValue() - 1)
                        : "/schedule/" + whose + "/day/" + day);
    }

    /** The appointments in the answer. */
    List<Appointment> appointments(OscarReply reply, Zones zones, Supplier<Duration> longest) {
        List<JsonNode> rows = rows(reply);
        if (month) {
            return rows.stream()
                    .map(row -> new AppointmentRow(row, zones).full())
                    .flatMap(Optional::stream)
                    .toList();
        }
        Duration unknown = tellsLengths(rows) ? Duration.ZERO : longest.get();
        return rows.stream()
                .map(row -> new AppointmentRow(row, zones).onDaySheet(provider, day, unknown))
                .toList();
    }

    /** Whether the answer is a day sheet that leaves out how long its appointments are. */
    boolean lacksLengths(OscarReply reply) {
        return !month && !tellsLengths(rows(reply));
    }

    /** Whether the answer is a day sheet as classic OSCAR's, be it empty. */
    boolean isClassic(OscarReply reply) {
        return !month && reply.json().has("patients");
    }

    private static List<JsonNode> rows(OscarReply reply) {
        return OscarJson.rows(reply.json(), "appointments", "patients", "content");
    }

    private static boolean tellsLengths(List<JsonNode> rows) {
        return rows.stream().allMatch(row -> row.path("duration").isTextual());
    }
}
