package ca.vitaravox.server.web.booking;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Closes a day or a part of it, and opens it again: a closure among the clinic's days off. For one visit. */
final class Closing {
    private static final String ROUTE = "/api/admin/clinics/{clinic}/holidays";
    private static final String FORM = "closing";
    private static final int OUTDATED = 412;
    private static final List<String> FIELDS = List.of("day", "from", "to", "reason", "who");

    private final PageVisit visit;

    Closing(PageVisit visit) {
        this.visit = visit;
    }

    /** What was sent in a field. */
    static Optional<String> sent(PageVisit visit, String field) {
        return Optional.ofNullable(visit.context().formParam(field))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Names how the clinic's days off stand. */
    static String tag(PageVisit visit) {
        return visit.ask("GET " + ROUTE).answer().tag();
    }

    /** A form that closes today, or the first day of a week, for the provider whose week it is. */
    static Form fresh(Texts texts, Week week) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        week.days().stream()
                .filter(WeekDay::today)
                .findFirst()
                .or(() -> week.days().stream().findFirst())
                .ifPresent(day -> values.put("day", day.day()));
        return Form.fresh(FORM, texts, values.put("who", "provider"));
    }

    /** Closes what was sent; the form again if it cannot be closed so. */
    Optional<Form> close() {
        var kept = visit.ask("GET " + ROUTE).answer();
        ObjectNode days = kept.body().deepCopy();
        ObjectNode closure = days.withArray("closures").addObject();
        sent(visit, "day").ifPresent(day -> closure.put("first", day).put("last", day));
        for (String field : List.of("from", "to", "reason")) {
            sent(visit, field).ifPresent(value -> closure.put(field, value));
        }
        if (!sent(visit, "who").equals(Optional.of("clinic"))) {
            sent(visit, "provider").ifPresent(provider -> closure.put("providerId", provider));
        }
        try {
            visit.ask("PUT " + ROUTE).sending(days).ifMatch(kept.tag()).answer();
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(again(refused));
        }
    }

    /** What is wrong with the closure is wrong with the field of the form that has its last name. */
    private Form again(Problem refused) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        FIELDS.forEach(field -> sent(visit, field).ifPresent(value -> values.put(field, value)));
        String field = refused.field()
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .orElse("");
        Problem here = switch (field) {
            case "from", "to", "reason" -> Problem.field(field, refused.getMessage());
            case "first", "last" -> Problem.field("day", refused.getMessage());
            default -> refused;
        };
        return Form.refused(FORM, Preferences.of(visit.context()).texts(), values, here);
    }

    /** Takes away the closure in the place that was sent; not if the days off were changed since the page was shown. */
    boolean open() {
        var kept = visit.ask("GET " + ROUTE).answer();
        ObjectNode days = kept.body().deepCopy();
        ArrayNode closures = days.withArray("closures");
        int place = sent(visit, "closure")
                .filter(number -> number.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .filter(number -> number < closures.size())
                .orElse(-1);
        if (place < 0 || !sent(visit, "tag").equals(Optional.of(kept.tag()))) {
            return false;
        }
        closures.remove(place);
        try {
            visit.ask("PUT " + ROUTE).sending(days).ifMatch(kept.tag()).answer();
            return true;
        } catch (Problem refused) {
            if (refused.status() != OUTDATED) {
                throw refused;
            }
            return false;
        }
    }
}
