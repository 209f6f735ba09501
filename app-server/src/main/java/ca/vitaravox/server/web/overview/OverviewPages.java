package ca.vitaravox.server.web.overview;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.Pulse;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of the calls of some days. */
public final class OverviewPages {
    private static final String ROUTE = "GET /api/admin/clinics/{clinic}/overview";

    private final Paper paper;

    /** On this paper. */
    public OverviewPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, "/overview", this::ofAll),
                new Page(HandlerType.GET, "/clinics/{clinic}/overview", this::ofClinic));
    }

    private void ofAll(PageVisit visit) {
        Asked asked = ask(visit, "GET /api/admin/overview");
        paper.show(visit, "overview/all", Map.of("figures", asked.figures(), "refused", asked.refused()));
    }

    private void ofClinic(PageVisit visit) {
        ClinicName clinic = ClinicName.of(visit);
        String seen = Pulse.of(visit, "calls");
        Asked asked = ask(visit, ROUTE);
        paper.show(
                visit,
                "overview/clinic",
                Map.of(
                        "clinic", clinic,
                        "figures", asked.figures(),
                        "refused", asked.refused(),
                        "seen", seen,
                        "days", days(visit)));
    }

    /** As they were asked for, for when the page reads itself again. */
    private static String days(PageVisit visit) {
        String query = visit.context().queryString();
        return query == null ? "" : "?" + query;
    }

    private record Asked(Figures figures, boolean refused) {}

    /** Days that cannot be shown are told so, with the usual ones in their place. */
    private static Asked ask(PageVisit visit, String route) {
        try {
            return new Asked(figures(visit, route, true), false);
        } catch (Problem refused) {
            if (!refused.code().equals("INVALID_PARAMETER")) {
                throw refused;
            }
            return new Asked(figures(visit, route, false), true);
        }
    }

    private static Figures figures(PageVisit visit, String route, boolean asAsked) {
        Inquiry inquiry = visit.ask(route);
        for (String name : List.of("first", "last")) {
            Optional.ofNullable(visit.context().queryParam(name))
                    .filter(day -> asAsked && !day.isBlank())
                    .ifPresent(day -> inquiry.with(name, day));
        }
        return Figures.of(
                inquiry.answer().body(), Preferences.of(visit.context()).texts());
    }
}
