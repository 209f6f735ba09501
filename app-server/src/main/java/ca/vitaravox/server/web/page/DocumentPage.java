package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.Inquiry;
import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page with one form over one document of the interface: read, changed and put back whole, with the tag of what was
 * read. What is refused comes back as it was typed, with the reason beside its field; what somebody else changed meanwhile
 * is shown beside it, and nothing is lost either way.
 */
public final class DocumentPage {
    private static final int OUTDATED = 412;

    private final Paper paper;
    private final Parts parts;

    /**
     * What the page is made of.
     *
     * @param name what its texts begin with
     * @param path where it is: {@code /clinics/{clinic}/hours}
     * @param route the path of the document's route
     * @param template shows it; gets {@code view}, {@code form} and what {@code beside} gives
     * @param read what the form sent, as the route takes it
     * @param beside what else is shown
     */
    public record Parts(
            String name,
            String path,
            String route,
            String template,
            Function<Sent, ObjectNode> read,
            Function<PageVisit, Map<String, Object>> beside) {}

    /** The page of these parts. */
    public DocumentPage(Paper paper, Parts parts) {
        this.paper = paper;
        this.parts = parts;
    }

    /** Showing and saving it. */
    public List<Page> pages() {
        return List.of(
                new Page(HandlerType.GET, parts.path(), this::show),
                new Page(HandlerType.POST, parts.path(), this::save));
    }

    private Answer kept(PageVisit visit) {
        return visit.ask("GET " + parts.route()).answer();
    }

    private String put() {
        return "PUT " + parts.route();
    }

    private void show(PageVisit visit) {
        Answer kept = kept(visit);
        show(visit, 200, kept.body(), new Form.Standing.Kept(kept.tag(), visit.may(put()), false));
    }

    private void show(PageVisit visit, int status, ObjectNode values, Form.Standing standing) {
        Texts texts = Preferences.of(visit.context()).texts();
        Map<String, Object> what = new HashMap<>(parts.beside().apply(visit));
        what.put("form", new Form(parts.name(), texts, values, standing));
        paper.show(visit, status, parts.template(), what);
    }

    private void save(PageVisit visit) {
        Sent sent = new Sent(visit.context().formParamMap());
        ObjectNode wanted = parts.read().apply(sent);
        String tag = sent.typed("_tag");
        try {
            Inquiry put = visit.ask(put()).sending(wanted).ifMatch(tag);
            Answer kept = put.answer();
            show(visit, 200, kept.body(), new Form.Standing.Kept(kept.tag(), true, true));
        } catch (Problem problem) {
            refuse(visit, wanted, tag, problem);
        }
    }

    /** Shows what is kept, and why something that was to be done with it was not. */
    void refuse(PageVisit visit, Problem problem) {
        Answer now = kept(visit);
        refuse(visit, now.body(), now.tag(), problem);
    }

    private void refuse(PageVisit visit, ObjectNode wanted, String tag, Problem problem) {
        if (problem.status() == OUTDATED) {
            Answer now = kept(visit);
            show(visit, OUTDATED, wanted, new Form.Standing.Outdated(now.tag(), now.body()));
            return;
        }
        Refusals.rethrowIfNotLoggedIn(problem);
        Texts texts = Preferences.of(visit.context()).texts();
        Optional<String> field = problem.field();
        show(visit, problem.status(), wanted, new Form.Standing.Refused(tag, field, Refusals.say(texts, problem)));
    }
}
