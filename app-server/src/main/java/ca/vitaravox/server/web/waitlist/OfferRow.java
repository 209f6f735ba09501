package ca.vitaravox.server.web.waitlist;

import ca.vitaravox.server.web.clinic.Did;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An opening that is offered to somebody.
 *
 * @param id the offer
 * @param state {@code to_phone}, {@code contacting} or {@code on_the_line}
 * @param when when the appointment would be, by the clinic's clock
 * @param provider with whom
 * @param visitType what for
 * @param until until when it can be offered, or is held
 * @param person whom to phone; empty once they no longer wait
 * @param taken who phones
 */
public record OfferRow(
        String id,
        String state,
        String when,
        String provider,
        String visitType,
        String until,
        Optional<WaitingRow> person,
        Optional<Did> taken) {
    static OfferRow of(JsonNode offer, Words words) {
        JsonNode entry = offer.path("entry");
        return new OfferRow(
                offer.path("id").asText(),
                offer.path("state").asText(),
                words.when(offer.path("start").asText()),
                words.provider(offer.path("providerId").asText()),
                words.visitType(offer.path("visitType").asText()),
                offer.path("until").asText(),
                entry.isObject() ? Optional.of(WaitingRow.of(entry, words)) : Optional.empty(),
                Did.of(offer.path("taken")));
    }

    /** Whether staff are phoning, and the time is held for it. */
    public boolean held() {
        return state.equals("contacting");
    }
}
