package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.Inquiry.Answer;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.access.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages of what a clinic has several of, each with an id of its own: a list, and a page to add one, change it or take
 * it away. The id is typed into a field {@code _id} once, and never changes.
 */
public final class ItemPages {
    private static final String MOST = "200";
    private static final String ID = "_id";

    private final Paper paper;
    private final Parts parts;
    private final DocumentPage one;

    /**
     * What the pages are made of.
     *
     * @param list where the list is, and behind it each item by its id
     * @param add where one is added
     * @param listTemplate shows the list; gets {@code view}, {@code items}, the id of the one just {@code moved}, and
     *     what is shown beside
     * @param parameter the name of the id in the paths
     * @param item the page of one; its path is that of the list and the parameter
     */
    public record Parts(String list, String add, String listTemplate, String parameter, DocumentPage.Parts item) {}

    /** The pages of these parts. */
    public ItemPages(Paper paper, Parts parts) {
        this.paper = paper;
        this.parts = parts;
        this.one = new DocumentPage(paper, parts.item());
    }

    /** All of them. */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>(one.pages());
        pages.add(new Page(HandlerType.GET, parts.list(), visit -> list(visit, "")));
        pages.add(new Page(HandlerType.GET, parts.add(), this::begin));
        pages.add(new Page(HandlerType.POST, parts.add(), this::add));
        pages.add(new Page(HandlerType.POST, parts.item().path() + "/move", this::move));
        pages.add(new Page(HandlerType.POST, parts.item().path() + "/remove", this::remove));
        return pages;
    }

    private void list(PageVisit visit, String moved) {
        String route = parts.item().route().replace("/{" + parts.parameter() + "}", "");
        JsonNode items =
                visit.ask("GET " + route).with("limit", MOST).answer().body().path("items");
        Map<String, Object> what = new HashMap<>(parts.item().beside().apply(visit));
        what.put("items", items);
        what.put("moved", moved);
        paper.show(visit, parts.listTemplate(), what);
    }

    private void begin(PageVisit visit) {
        show(visit, 200, Form.fresh(parts.item().name(), texts(visit)));
    }

    private void show(PageVisit visit, int status, Form form) {
        Map<String, Object> what = new HashMap<>(parts.item().beside().apply(visit));
        what.put("form", form);
        paper.show(visit, status, parts.item().template(), what);
    }

    private static Texts texts(PageVisit visit) {
        return Preferences.of(visit.context()).texts();
    }

    private void add(PageVisit visit) {
        Sent sent = new Sent(visit.context().formParamMap());
        ObjectNode wanted = parts.item().read().apply(sent);
        String id = sent.typed(ID);
        try {
            if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
                throw Problem.field(ID, id.isEmpty() ? "is missing" : "is no id");
            }
            visit.ask("PUT " + parts.item().route())
                    .at(parts.parameter(), id)
                    .sending(wanted)
                    .ifNone()
                    .answer();
        } catch (Problem refused) {
            wanted.put(ID, id);
            Problem shown = refused.code().equals("EXISTS") ? Problem.field(ID, "is there already") : refused;
            show(visit, shown.status(), Form.refused(parts.item().name(), texts(visit), wanted, shown));
            return;
        }
        Paper.leadTo(visit, listOf(visit) + "?done=added");
    }

    private String listOf(PageVisit visit) {
        return parts.list().replace("{clinic}", visit.context().pathParam("clinic"));
    }

    /** To another place in the list; it stays as it is kept, whoever changed it meanwhile. */
    private void move(PageVisit visit) {
        Answer kept = visit.ask("GET " + parts.item().route()).answer();
        visit.ask("PUT " + parts.item().route())
                .with("place", new Sent(visit.context().formParamMap()).typed("place"))
                .sending(kept.body())
                .ifMatch(kept.tag())
                .answer();
        list(visit, visit.context().pathParam(parts.parameter()));
    }

    private void remove(PageVisit visit) {
        String tag = new Sent(visit.context().formParamMap()).typed("_tag");
        try {
            visit.ask("DELETE " + parts.item().route()).ifMatch(tag).answer();
        } catch (Problem refused) {
            one.refuse(visit, refused);
            return;
        }
        Paper.leadTo(visit, listOf(visit) + "?done=removed");
    }
}
