package ca.vitaravox.server.web.waitlist;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.Pulse;
import ca.vitaravox.server.web.page.Paper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The board of the waitlist: whom to phone about which opening, and who waits. */
public final class WaitlistPages {
    private static final String CLINIC = "/clinics/{clinic}";
    private static final String API = "/api/admin/clinics/{clinic}";
    private static final String SIZE = "50";
    private static final String MOST_OFFERS = "200";
    private static final Set<String> SAID =
            Set.of("NOT_WAITING", "BUSY", "TAKEN", "TOO_CLOSE", "EMR_UNAVAILABLE", "OVER", "NOT_HELD", "ON_THE_LINE");

    private final Paper paper;

    /** On this paper. */
    public WaitlistPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, CLINIC + "/waitlist", visit -> show(visit, "")),
                new Page(
                        HandlerType.POST,
                        CLINIC + "/waitlist/{entry}/remove",
                        visit -> change(visit, "DELETE " + API + "/waitlist/{entry}", "removed")),
                offer("contacting"),
                offer("accepted"),
                offer("declined"));
    }

    private Page offer(String how) {
        String path = "/offers/{offer}/" + how;
        return new Page(HandlerType.POST, CLINIC + path, visit -> change(visit, "POST " + API + path, how));
    }

    /** What is refused because of how things stand is said, above how they stand. */
    private void change(PageVisit visit, String route, String done) {
        try {
            visit.ask(route).answer();
        } catch (Problem refused) {
            boolean gone = refused.code().equals("NOT_FOUND");
            if (!gone && !SAID.contains(refused.code())) {
                throw refused;
            }
            show(visit, gone ? "OVER" : refused.code());
            return;
        }
        show(visit, done);
    }

    /**
     * The board.
     *
     * @param said what happened just now, a code if it was refused; empty if nothing did
     */
    private void show(PageVisit visit, String said) {
        Optional<String> after = Optional.ofNullable(visit.context().queryParam("after"));
        ClinicName clinic = ClinicName.of(visit);
        String seen = Pulse.of(visit, "waitlist");
        Words words = Words.of(visit, clinic);
        List<OfferRow> offers = new ArrayList<>();
        if (after.isEmpty()) {
            visit.ask("GET " + API + "/offers")
                    .with("limit", MOST_OFFERS)
                    .answer()
                    .body()
                    .path("items")
                    .forEach(each -> offers.add(OfferRow.of(each, words)));
        }
        Inquiry inquiry = visit.ask("GET " + API + "/waitlist").with("limit", SIZE);
        after.ifPresent(cursor -> inquiry.with("after", cursor));
        ObjectNode answer = inquiry.answer().body();
        List<WaitingRow> waiting = new ArrayList<>();
        answer.path("items").forEach(each -> waiting.add(WaitingRow.of(each, words)));
        paper.show(
                visit,
                "waitlist/board",
                Map.of(
                        "clinic",
                        clinic,
                        "offers",
                        offers,
                        "waiting",
                        waiting,
                        "next",
                        answer.path("next").asText(""),
                        "first",
                        after.isEmpty(),
                        "seen",
                        seen,
                        "said",
                        said,
                        "refused",
                        SAID.contains(said)));
    }
}
