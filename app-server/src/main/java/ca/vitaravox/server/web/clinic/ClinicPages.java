package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.web.page.DocumentPage;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pages of clinics. */
public final class ClinicPages {
    private static final String CLINIC = "/clinics/{clinic}";
    private static final String API = "/api/admin/clinics/{clinic}";

    private final Paper paper;

    /** On this paper. */
    public ClinicPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page(HandlerType.GET, "/clinics", new ClinicList(paper)::show));
        pages.addAll(new DocumentPage(
                        paper,
                        new DocumentPage.Parts(
                                "hours",
                                CLINIC + "/hours",
                                API + "/hours",
                                "clinic/hours",
                                ClinicPages::hours,
                                ClinicPages::clinic))
                .pages());
        pages.addAll(new SetUpPages(paper).pages());
        return pages;
    }

    /** What every page of a clinic shows beside its own. */
    private static Map<String, Object> clinic(PageVisit visit) {
        return Map.of("clinic", ClinicName.of(visit));
    }

    private static ObjectNode hours(Sent sent) {
        for (DayOfWeek day : DayOfWeek.values()) {
            sent.rows(
                    day.name().toLowerCase(Locale.ROOT),
                    List.of("open", "close"),
                    stretch -> stretch.texts("open", "close"));
        }
        return sent.made();
    }
}
