package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Appointments by month, by range, by patient (measured; what classic answers to {@code fetchDays}: read). */
final class ScheduleReads {
    private static final String OBJECT = "_appointment";
    private static final int LONGEST_HISTORY = 5000;
    private static final Comparator<AppointmentRow> BY_TIME = Comparator.comparing(AppointmentRow::start);

    private final Office office;
    private final AppointmentJson json;

    ScheduleReads(Office office) {
        this.office = office;
        this.json = new AppointmentJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.MONTH, this::month,
                Endpoint.PROVIDER_APPOINTMENTS, this::providerAppointments,
                Endpoint.APPOINTMENT_COUNTS, this::counts,
                Endpoint.DAYS, this::days,
                Endpoint.HISTORY, this::history);
    }

    /** Months are counted from zero, and the last day of the month is missing; every status is there. */
    private Reply month(Call call) {
        office.caller(call);
        LocalDate first = LocalDate.of(call.number("year"), 1, 1).plusMonths(call.number("month"));
        LocalDate last = first.plusMonths(1).minusDays(1);
        return scheduling(range(call.path("provider"), first, last), json::read);
    }

    /** The end of the range is not in it. */
    private Reply providerAppointments(Call call) {
        office.caller(call);
        ArrayNode rows = list(range(call.path("provider"), from(call), to(call)), json::timeless);
        return office.replies().json(Json.renamedResult(office.time(), office.line(), "ProviderPeriodApps", rows));
    }

    private Reply counts(Call call) {
        office.callerWho('r', OBJECT, call);
        List<ObjectNode> counts = office.tables().providers().stream()
                .map(provider -> count(
                        provider,
                        range(provider.number(), from(call), to(call)).rows().size()))
                .filter(count -> count.path("appointmentCount").asInt() > 0)
                .toList();
        return office.replies()
                .json(Json.renamedResult(office.time(), office.line(), "ProviderApptsCount", Json.list(counts)));
    }

    private static ObjectNode count(ProviderRow provider, int appointments) {
        return Json.object()
                .put("providerNo", provider.number())
                .put("providerName", provider.name())
                .put("appointmentCount", appointments);
    }

    /** Open-O breaks as soon as there is a row, or a date is none; here the end of the range is in it. */
    private Reply days(Call call) {
        office.callerWho('r', OBJECT, call);
        LocalDate first = LenientDates.date(call.path("from")).orElse(null);
        LocalDate last = LenientDates.date(call.path("to")).orElse(null);
        if (first == null || last == null) {
            throw new Refused(office.replies().internalServerError());
        }
        List<String> providers = Arrays.asList(call.path("providers").split(","));
        Selection rows = new Selection(office.tables()
                .appointments()
                .where(row -> providers.contains(row.provider()) && isIn(row, first, last.plusDays(1))));
        if (!rows.rows().isEmpty() && !office.line().isClassic()) {
            throw new Refused(office.replies().internalServerError());
        }
        return office.replies()
                .json(Json.renamedResult(office.time(), office.line(), "appointmentExt", list(rows, json::read)));
    }

    /** Newest first, the future included, and what was cancelled; all but those of status D, or of none. */
    private Reply history(Call call) {
        office.callerWho('r', OBJECT, call);
        Predicate<AppointmentRow> theirs = row -> row.patient() == call.number("patient");
        Selection rows = new Selection(office.tables()
                .appointments()
                .where(theirs.and(row -> row.status() != null && !row.status().equals("D"))));
        return scheduling(rows.sorted(BY_TIME.reversed()).first(LONGEST_HISTORY), json::read);
    }

    private Reply scheduling(Selection rows, Function<AppointmentRow, ObjectNode> shape) {
        return office.replies().json(Json.scheduling("appointments", list(rows, shape)));
    }

    private static ArrayNode list(Selection rows, Function<AppointmentRow, ObjectNode> shape) {
        return Json.list(rows.rows().stream().map(shape).toList());
    }

    private Selection range(String provider, LocalDate from, LocalDate to) {
        return new Selection(
                office.tables().appointments().where(row -> row.provider().equals(provider) && isIn(row, from, to)));
    }

    private static boolean isIn(AppointmentRow row, LocalDate from, LocalDate to) {
        return !row.date().isBefore(from) && row.date().isBefore(to);
    }

    private LocalDate from(Call call) {
        return LenientDates.date(call.path("from")).orElseThrow(office::broken);
    }

    private LocalDate to(Call call) {
        return LenientDates.date(call.path("to")).orElseThrow(office::broken);
    }

    /** Rows that were read. */
    private record Selection(List<AppointmentRow> rows) {
        Selection sorted(Comparator<AppointmentRow> order) {
            return new Selection(rows.stream().sorted(order).toList());
        }

        Selection first(int limit) {
            return new Selection(rows.stream().limit(limit).toList());
        }
    }
}
