package ca.vitaravox.server.web.call;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.Pulse;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A clinic's calls, and one with all that was done in it. */
public final class CallPages {
    private static final String CALLS = "/clinics/{clinic}/calls";
    private static final String API = "/api/admin/clinics/{clinic}/calls";
    private static final String TRANSCRIPT = API + "/{call}/transcript";
    private static final String SIZE = "50";
    private static final int NOT_FOUND = 404;

    private final Paper paper;

    /** On this paper. */
    public CallPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. What is searched for is sent as a form: a number has no place in an address, which is kept and logged. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, CALLS, this::list),
                new Page(HandlerType.POST, CALLS, this::list),
                new Page(HandlerType.GET, CALLS + "/{call}", visit -> show(visit, Map.of())),
                new Page(HandlerType.POST, CALLS + "/{call}/transcript", this::transcript),
                new Page(HandlerType.POST, CALLS + "/{call}/transcript/remove", this::removeTranscript));
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private void list(PageVisit visit) {
        ClinicName clinic = ClinicName.of(visit);
        Search search = Search.of(visit.context());
        String seen = Pulse.of(visit, "calls");
        Map<String, Object> what = new HashMap<>();
        List<CallRow> calls = new ArrayList<>();
        try {
            Inquiry inquiry = visit.ask("GET " + API).with("limit", SIZE);
            search.narrow(inquiry, clinic.zone());
            ObjectNode answer = inquiry.answer().body();
            answer.path("items").forEach(each -> calls.add(CallRow.of(each, texts(visit), clinic.zone())));
            what.put("next", answer.path("next").asText(""));
            what.put("refused", false);
        } catch (Problem refused) {
            if (!refused.code().equals("INVALID_PARAMETER")) {
                throw refused;
            }
            what.put("next", "");
            what.put("refused", true);
        }
        what.put("clinic", clinic);
        what.put("search", search);
        what.put("calls", calls);
        what.put("seen", seen);
        paper.show(visit, "call/calls", what);
    }

    private void show(PageVisit visit, Map<String, Object> more) {
        ClinicName clinic = ClinicName.of(visit);
        String seen = Pulse.of(visit, "calls");
        ObjectNode answer = visit.ask("GET " + API + "/{call}").answer().body();
        List<Event> events = new ArrayList<>();
        answer.path("timeline").forEach(each -> events.add(Event.of(each, texts(visit), clinic.zone())));
        Map<String, Object> what = new HashMap<>(Map.of("transcript", "", "said", ""));
        what.putAll(more);
        what.put("clinic", clinic);
        what.put("call", CallView.of(answer, texts(visit), clinic.zone()));
        what.put("events", events);
        what.put("seen", isReported(answer) ? "" : seen);
        paper.show(visit, "call/call", what);
    }

    /** Whether its report is there, which comes last; until then it is read as it grows, and each reading is in the trail. */
    private static boolean isReported(ObjectNode call) {
        return call.has("endedAt") && call.has("costUsd");
    }

    /** Each look at what was said is one that somebody asked for. */
    private void transcript(PageVisit visit) {
        try {
            String text =
                    visit.ask("GET " + TRANSCRIPT).answer().body().path("text").asText();
            show(visit, Map.of("transcript", text));
        } catch (Problem refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            show(visit, Map.of("said", "none"));
        }
    }

    private void removeTranscript(PageVisit visit) {
        try {
            visit.ask("DELETE " + TRANSCRIPT).answer();
        } catch (Problem refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
        }
        show(visit, Map.of("said", "removed"));
    }
}
