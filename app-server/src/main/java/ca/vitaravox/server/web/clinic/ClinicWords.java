package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.web.page.Preferences;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a clinic calls its providers and visit types, and its clock, in the language of whoever looks.
 *
 * @param texts the language
 * @param zone the clock
 * @param providers names by id
 * @param visitTypes names by code
 */
public record ClinicWords(Texts texts, ZoneId zone, Map<String, String> providers, Map<String, String> visitTypes) {
    private static final String API = "/api/admin/clinics/{clinic}";
    private static final String MOST = "200";

    /** Those of the clinic in the path. */
    public static ClinicWords of(PageVisit visit, ClinicName clinic) {
        Texts texts = Preferences.of(visit.context()).texts();
        Map<String, String> providers = new LinkedHashMap<>();
        items(visit, "/providers")
                .forEach(each -> providers.put(
                        each.path("id").asText(), each.path("displayName").asText()));
        Map<String, String> types = new LinkedHashMap<>();
        items(visit, "/visit-types").forEach(each -> types.put(each.path("code").asText(), name(each, texts)));
        return new ClinicWords(texts, clinic.zone(), providers, types);
    }

    private static JsonNode items(PageVisit visit, String route) {
        return visit.ask("GET " + API + route)
                .with("limit", MOST)
                .answer()
                .body()
                .path("items");
    }

    private static String name(JsonNode type, Texts texts) {
        JsonNode names = type.path("names");
        String own = names.path(texts.language()).asText("");
        String any = names.path("en").asText("");
        String code = type.path("code").asText().replace('_', ' ');
        return own.isEmpty() ? any.isEmpty() ? code : any : own;
    }

    /** What a provider is called; the id of one that is not there any more. */
    public String provider(String id) {
        return providers.getOrDefault(id, id);
    }

    /** What a visit type is called; the code of one that is not there any more. */
    public String visitType(String code) {
        return visitTypes.getOrDefault(code, code);
    }

    /** A moment by the clinic's clock. */
    public String when(String moment) {
        return texts.moment(Instant.parse(moment), zone);
    }

    /** The day of a moment by the clinic's clock. */
    public String day(String moment) {
        return texts.day(LocalDate.ofInstant(Instant.parse(moment), zone));
    }
}
