package ca.vitaravox.server.web.page;

import ca.vitaravox.ports.access.User;
import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template knows of where it is shown: to whom, in which language and theme, and what they may. For one page.
 */
public final class View {
    private final PageVisit visit;
    private final Preferences preferences;
    private final Assets assets;

    View(PageVisit visit, Assets assets) {
        this.visit = visit;
        this.preferences = Preferences.of(visit.context());
        this.assets = assets;
    }

    /**
     * How htmx behaves: it evaluates nothing, adds no style of its own, speaks to this server only, keeps no pages, and
     * shows what a form comes back with also when it was refused.
     */
    public String htmx() {
        return """
                {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyEnabled":false,\
                "historyCacheSize":0,"attributesToSettle":["class"],\
                "timeout":60000,"scrollIntoViewOnBoost":false,"responseHandling":[\
                {"code":"204","swap":false},{"code":"401","swap":false,"error":true},\
                {"code":"429","swap":false,"error":true},{"code":"[24]..","swap":true},\
                {"code":"...","swap":false,"error":true}]}""";
    }

    /** What to say. */
    public Texts texts() {
        return preferences.texts();
    }

    /** What to say for a key. */
    public String t(String key, Object... arguments) {
        return texts().text(key, arguments);
    }

    /** {@code light}, {@code dark} or {@code auto}. */
    public String theme() {
        return preferences.theme();
    }

    /** Who looks at it. */
    public Optional<User> user() {
        return visit.user();
    }

    /** What they are, in words. */
    public String role(User user) {
        return t("role." + Words.word(user.role()));
    }

    /** Whether they may use a route of the interface. */
    public boolean may(String route) {
        return visit.may(route);
    }

    /** Where an asset is. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The path it is shown at, to come back to. */
    public String path() {
        String query = visit.context().queryString();
        String path = visit.context().path();
        return query == null ? path : path + "?" + query;
    }

    /** The path without what is asked of it. */
    public String plainPath() {
        return visit.context().path();
    }

    /** The languages an assistant speaks. */
    public Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        List.of("en", "fr", "zh").forEach(code -> languages.put(code, t("language." + code)));
        return languages;
    }

    /** What to say for a key, or something else where nothing is said for it. */
    public String wordOr(String key, String otherwise) {
        return texts().has(key) ? t(key) : otherwise;
    }

    /** A sentence of the interface, in the language of whoever looks. */
    public String told(JsonNode sentence) {
        return Told.in(texts(), sentence.asText());
    }

    /** Whether a part of the application is the one that is shown. */
    public boolean within(String part) {
        String path = visit.context().path();
        return path.equals(part) || path.startsWith(part + "/");
    }

    /** Whether something was done just before, as the address says after a redirect. */
    public boolean justDone(String what) {
        return what.equals(visit.context().queryParam("done"));
    }
}
