package ca.vitaravox.server.web.booking;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.ClinicWords;
import ca.vitaravox.server.web.clinic.Pulse;
import ca.vitaravox.server.web.page.Form;
import ca.vitaravox.server.web.page.Paper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The week of a provider, in which days and parts of days are closed and opened again. */
public final class WeekPages {
    private static final String WEEK = "/clinics/{clinic}/week";
    private static final String ROUTE = "/api/admin/clinics/{clinic}/week";
    private static final List<String> ASKED = List.of("provider", "of", "visitType");

    private final Paper paper;

    /** On this paper. */
    public WeekPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, WEEK, visit -> show(visit, "", Optional.empty())),
                new Page(HandlerType.POST, WEEK + "/close", this::close),
                new Page(HandlerType.POST, WEEK + "/open", this::open));
    }

    private void close(PageVisit visit) {
        Closing closing = new Closing(visit);
        Optional<Form> refused = closing.close();
        show(visit, refused.isPresent() ? "" : "closed", refused);
    }

    private void open(PageVisit visit) {
        show(visit, new Closing(visit).open() ? "opened" : "changed", Optional.empty());
    }

    /**
     * The week that is asked for.
     *
     * @param said what happened just now; empty if nothing did
     * @param refused the form of what cannot be closed so
     */
    private void show(PageVisit visit, String said, Optional<Form> refused) {
        ClinicName clinic = ClinicName.of(visit);
        ClinicWords words = ClinicWords.of(visit, clinic);
        boolean mayClose = visit.may("PUT /api/admin/clinics/{clinic}/holidays");
        // read before the week: a place among the closures is then never one of a later version
        String tag = mayClose ? Closing.tag(visit) : "";
        String seen = Pulse.of(visit, "week");
        Asked asked = ask(visit, words);
        Map<String, Object> what = new HashMap<>();
        what.put("clinic", clinic);
        what.put("words", words);
        what.put("week", asked.week());
        what.put("strange", asked.strange());
        what.put("said", said);
        what.put("seen", seen);
        what.put("tag", tag);
        what.put("form", refused.orElseGet(() -> Closing.fresh(words.texts(), asked.week())));
        paper.show(visit, "booking/week", what);
    }

    private record Asked(Week week, boolean strange) {}

    /** A week that cannot be shown is told so, with the present one in its place. */
    private static Asked ask(PageVisit visit, ClinicWords words) {
        try {
            return new Asked(week(visit, words, ASKED), false);
        } catch (Problem refused) {
            if (!refused.code().equals("INVALID_PARAMETER") && !refused.code().equals("NOT_FOUND")) {
                throw refused;
            }
            return new Asked(week(visit, words, List.of()), true);
        }
    }

    private static Week week(PageVisit visit, ClinicWords words, List<String> parameters) {
        Inquiry inquiry =
                visit.ask("GET " + ROUTE).with("language", words.texts().language());
        for (String name : parameters) {
            Closing.sent(visit, name)
                    .or(() -> Optional.ofNullable(visit.context().queryParam(name)))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> inquiry.with(name, value));
        }
        ObjectNode answer = inquiry.answer().body();
        return Week.of(answer, words);
    }
}
