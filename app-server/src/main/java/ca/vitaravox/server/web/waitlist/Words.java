package ca.vitaravox.server.web.waitlist;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.web.clinic.ClinicName;
import ca.vitaravox.server.web.clinic.ClinicWords;
import ca.vitaravox.server.web.page.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the waitlist of a clinic says in words. */
record Words(ClinicWords clinic, Texts texts) {
    static Words of(PageVisit visit, ClinicName name) {
        ClinicWords clinic = ClinicWords.of(visit, name);
        return new Words(clinic, clinic.texts());
    }

    String provider(String id) {
        return clinic.provider(id);
    }

    String visitType(String code) {
        return clinic.visitType(code);
    }

    String when(String moment) {
        return clinic.when(moment);
    }

    String day(String moment) {
        return clinic.day(moment);
    }

    /** <i>Check-up, with Dr. Okafor, mornings, Mon, Tue</i>. */
    String wish(JsonNode entry) {
        List<String> parts = new ArrayList<>();
        parts.add(visitType(entry.path("visitType").asText()));
        if (entry.has("providerId")) {
            parts.add(
                    texts.text("waiting.with", provider(entry.path("providerId").asText())));
        }
        parts.add(texts.text("waiting.part." + entry.path("partOfDay").asText()));
        entry.path("weekdays").forEach(day -> parts.add(texts.text("weekday." + day.asText())));
        if (entry.has("instead")) {
            parts.add(texts.text(
                    "waiting.instead", when(entry.path("instead").path("start").asText())));
        }
        return String.join(", ", parts);
    }
}
