package ca.vitaravox.server.web.call;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.Phones;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which calls somebody looks for, as they typed it; what is empty is any.
 *
 * @param from the first day, by the clinic's clock
 * @param until the last day
 * @param intent what the caller wanted
 * @param outcome what came of it
 * @param caller the calling number
 * @param after where the page begins
 */
public record Search(String from, String until, String intent, String outcome, String caller, String after) {
    /** What callers want. */
    public static final List<String> INTENTS =
            List.of("book", "reschedule", "cancel", "check", "register", "waitlist", "message", "inquiry", "other");
    /** What comes of calls. */
    public static final List<String> OUTCOMES = List.of(
            "booked",
            "rescheduled",
            "cancelled",
            "registered",
            "waitlisted",
            "transferred",
            "message_taken",
            "no_action",
            "abandoned",
            "error");

    static Search of(Context context) {
        return new Search(
                typed(context, "from"),
                typed(context, "until"),
                typed(context, "intent"),
                typed(context, "outcome"),
                typed(context, "caller"),
                typed(context, "after"));
    }

    private static String typed(Context context, String name) {
        return Optional.ofNullable(context.formParam(name))
                .or(() -> Optional.ofNullable(context.queryParam(name)))
                .orElse("")
                .strip();
    }

    /** Whether it is for all calls, from the latest on. */
    public boolean isAll() {
        return List.of(from, until, intent, outcome, caller, after).stream().allMatch(String::isEmpty);
    }

    void narrow(Inquiry inquiry, ZoneId zone) {
        put(inquiry, "from", start("from", from, 0, zone));
        put(inquiry, "until", start("until", until, 1, zone));
        put(inquiry, "intent", intent);
        put(inquiry, "outcome", outcome);
        put(inquiry, "caller", Phones.dialled(caller));
        put(inquiry, "after", after);
    }

    private static void put(Inquiry inquiry, String name, String value) {
        if (!value.isEmpty()) {
            inquiry.with(name, value);
        }
    }

    private static String start(String name, String day, int later, ZoneId zone) {
        try {
            return day.isEmpty()
                    ? ""
                    : LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant()
                            .toString();
        } catch (DateTimeException noDay) {
            throw Problem.parameter(name, "is not a date (2026-12-25)");
        }
    }
}
