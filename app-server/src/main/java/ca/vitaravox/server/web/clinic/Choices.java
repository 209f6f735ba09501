package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be chosen on pages of a clinic: for each value what people read. */
final class Choices {
    private static final String CLINIC = "/api/admin/clinics/{clinic}";
    private static final List<String> ZONES = List.of(
            "America/St_Johns",
            "America/Halifax",
            "America/Moncton",
            "America/Toronto",
            "America/Winnipeg",
            "America/Regina",
            "America/Edmonton",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Yellowknife",
            "America/Iqaluit");

    private Choices() {}

    static Map<String, String> visitTypes(PageVisit visit) {
        String language = Preferences.of(visit.context()).texts().language();
        Map<String, String> choices = new LinkedHashMap<>();
        for (JsonNode type : items(visit, "/visit-types")) {
            String code = type.path("code").asText();
            choices.put(code, type.path("names").path(language).asText(code));
        }
        return choices;
    }

    static Map<String, String> providers(PageVisit visit) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (JsonNode provider : items(visit, "/providers")) {
            choices.put(
                    provider.path("id").asText(), provider.path("displayName").asText());
        }
        return choices;
    }

    private static JsonNode items(PageVisit visit, String list) {
        return visit.ask("GET " + CLINIC + list)
                .with("limit", "200")
                .answer()
                .body()
                .path("items");
    }

    /** Zones of Canada, and the one that is chosen if it is another. */
    static Map<String, String> zones() {
        Map<String, String> choices = new LinkedHashMap<>();
        ZONES.forEach(zone -> choices.put(zone, zone.replace("America/", "").replace('_', ' ')));
        return choices;
    }

    /** The words of a bundle for these values. */
    static Map<String, String> worded(PageVisit visit, String prefix, List<String> values) {
        Texts texts = Preferences.of(visit.context()).texts();
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, texts.text(prefix + value)));
        return choices;
    }
}
